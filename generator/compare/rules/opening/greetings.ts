import type { Finding, SessionWitness, Side } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { meetingOf, other } from "../../proof.ts";
import { breaksIn, type Verdict } from "../verdicts.ts";

/** The opening message of a side by its new name; undefined where a connection has none. */
export function openingOf({ names, ...pair }: ContractPair, side: Side): string | undefined {
  const { opening } = pair[side].session;
  return opening === null ? undefined : names.told(side, opening);
}

/** What is the same in all that is said of the opening message. */
export function aboutOpening(side: Side): Pick<Finding, "level" | "message" | "from" | "pointer" | "side"> {
  return { level: "wire", message: null, from: ["server"], pointer: "/x-wirepact/opening", side };
}

/** What becomes of a client that waits for the opening message of the other contract, where the server is of this side. */
export function notGreeted(pair: ContractPair, side: Side): Verdict {
  return breaksIn(meetingOf(side, "server"), {
    session: otherFirst(pair, side),
    proof: "the client waits for the opening message, and gives up when its time is up",
  });
}

/** More messages are not tried. */
const MOST_TRIED = 5;

function otherFirst(pair: ContractPair, side: Side): SessionWitness | undefined {
  const opening = openingOf(pair, side);
  const named = opening === undefined ? namesOf(pair, side) : [opening];
  for (const name of named.slice(0, MOST_TRIED)) {
    const steps = [pair.sessions.step(side, name, "server")];
    const session = pair.sessions.refused({ allowedBy: side, fault: "server", rule: "opening", steps });
    if (session !== undefined) return session;
  }
  return undefined;
}

/** What the server may send that both contracts know, but for the opening message of the other. */
function namesOf(pair: ContractPair, side: Side): string[] {
  const waitedFor = openingOf(pair, other(side));
  return pair.messages.kept
    .filter(({ after }) => after.match.kind !== "lifecycle" && after.from.includes("server") && after.name !== waitedFor)
    .map(({ after }) => after.name);
}
