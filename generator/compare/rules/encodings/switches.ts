import { quote } from "../../../diagnostics.ts";
import type { SessionWitness, Side } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { meetingOf, other } from "../../proof.ts";
import type { Step } from "../../sessions.ts";
import { breaksIn, type Verdict } from "../verdicts.ts";
import { stepsFrom } from "./spoken.ts";

/** How the encoding of a side is switched, by the new name of the message. */
export interface Switch {
  readonly message: string;
  readonly pointer: string;
  readonly values: readonly (readonly [value: string, encoding: "json" | "msgpack"])[];
}

/** How a side's encoding is switched; undefined where it is not. */
export function switchOf({ names, ...pair }: ContractPair, side: Side): Switch | undefined {
  const { switch: rule } = pair[side].encodings;
  if (rule === undefined) return undefined;
  const values = Object.entries(rule.values).sort(([one], [another]) => (one < another ? -1 : 1));
  return { message: names.told(side, rule.message), pointer: rule.pointer, values };
}

/** A switch, as people read it. */
export function describeSwitch({ message, pointer, values }: Switch): string {
  return `${quote(message)} by ${values.map(([value, encoding]) => `${quote(value)} for ${encoding}`).join(", ")} at ${quote(pointer)}`;
}

/** Whether two switches are one. */
export function isSameSwitch(one: Switch, another: Switch): boolean {
  return describeSwitch(one) === describeSwitch(another);
}

/** What becomes of a client that asks for an encoding by the other contract, where the server is of this side. */
export function notSwitched(pair: ContractPair, side: Side): Verdict {
  const proof = "the server goes on in the encoding that the client asked it to leave, or leaves it unasked";
  return breaksIn(meetingOf(side, "server"), { session: askedInVain(pair, side), proof });
}

function askedInVain(pair: ContractPair, side: Side): SessionWitness | undefined {
  const wanted = switchOf(pair, other(side));
  const { initial } = pair[side].encodings;
  for (const [value, encoding] of wanted?.values ?? []) {
    if (wanted === undefined || encoding === initial) continue;
    const ask = pair.sessions.step(side, wanted.message, "client", [[wanted.pointer, value]]);
    for (const answer of answersTo(pair, side, wanted.message)) {
      const steps = [ask, { ...answer, encoding: initial }];
      const session = pair.sessions.refused({ allowedBy: side, fault: "server", rule: "encoding", steps });
      if (session !== undefined) return session;
    }
  }
  return undefined;
}

/** What the server may say after the question: what answers it, where anything does. */
function answersTo(pair: ContractPair, side: Side, message: string): Step[] {
  const { names, sessions } = pair;
  const reply = pair[side].replies.find(({ request }) => names.told(side, request) === message);
  if (reply === undefined) return stepsFrom(pair, side, "server");
  return reply.replies.flatMap((name) => sessions.step(side, names.told(side, name), "server") ?? []);
}
