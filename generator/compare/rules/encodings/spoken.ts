import type { Encoding } from "@wirepact/runtime";
import type { Finding, SessionWitness, Side } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Step } from "../../sessions.ts";

/** The kinds of frames. */
export const KINDS = ["text", "binary"] as const;

/** A kind of frames. */
export type Kind = (typeof KINDS)[number];

/** What is the same in all that is said of encodings. */
export function aboutEncodings(side: Side, place: string): Pick<Finding, "level" | "message" | "from" | "pointer" | "side"> {
  return { level: "wire", message: null, from: ["client", "server"], pointer: `/x-wirepact/encodings${place}`, side };
}

/** Whether a side reads an encoding. */
export function speaks(pair: ContractPair, side: Side, encoding: Encoding): boolean {
  const { text, binary } = pair[side].encodings;
  return encoding === text || encoding === binary;
}

/** Kinds of frames that only one side reads. */
export function kindsBeyond(pair: ContractPair, side: Side, other: Side): Kind[] {
  return KINDS.filter((kind) => pair[side].encodings[kind] !== null && pair[other].encodings[kind] === null);
}

/** More messages are not tried. */
const MOST_TRIED = 5;

/** A message that one side may send in an encoding, and that the other contract refuses for that. */
export function refusedIn(
  pair: ContractPair,
  side: Side,
  from: "client" | "server",
  encoding: Encoding,
): SessionWitness | undefined {
  for (const step of stepsFrom(pair, side, from)) {
    const steps = [{ ...step, encoding }];
    const session = pair.sessions.refused({ allowedBy: side, fault: from, rule: "encoding", steps });
    if (session !== undefined) return session;
  }
  return undefined;
}

/** Some frames that a side may send. */
export function stepsFrom({ messages, sessions }: ContractPair, side: Side, from: "client" | "server"): Step[] {
  const kept = messages.kept.filter(({ after }) => after.match.kind !== "lifecycle" && after.from.includes(from));
  return kept.slice(0, MOST_TRIED).flatMap(({ after }) => sessions.step(side, after.name, from) ?? []);
}
