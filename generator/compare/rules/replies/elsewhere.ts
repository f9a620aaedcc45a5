import type { Direction } from "@wirepact/runtime";
import { otherSide } from "../../../session/heard.ts";
import type { SessionWitness, Side } from "../../change.ts";
import { apart, type ContractPair } from "../../contractPair.ts";
import { firstOf } from "../../fields.ts";
import { meetingOf, other } from "../../proof.ts";
import type { Step } from "../../sessions.ts";
import { NOTHING, shownRisky, type Verdict } from "../verdicts.ts";

/** What one message brings about by the contract of a side: answers, or messages of a stream. */
export interface Brought {
  readonly side: Side;
  /** Who sends the message that asks for it, and the message. */
  readonly from: Direction;
  readonly start: string;
  /** What comes of it. */
  readonly messages: readonly string[];
  /** What ends it whatever it says, where something has to. */
  readonly end?: string | undefined;
}

/** What becomes of who has the other contract, and hears there what it knows as an answer to something else, or as part of its stream. */
export function takenElsewhere(pair: ContractPair, brought: Brought): Verdict {
  const { side, from } = brought;
  const known = brought.messages.filter((message) => isOfAnother(pair, other(side), { ...brought, message }));
  if (known.length === 0) return NOTHING;
  const reason = "its reader knows it as an answer to something else, or as part of its stream";
  return shownRisky(strayed(apart(pair), { ...brought, messages: known }), reason, meetingOf(side, otherSide(from)));
}

/** Whether a contract lists a message for others than this start. Its general error may come unasked. */
function isOfAnother(
  { names, ...pair }: ContractPair,
  side: Side,
  { from, start, message }: Pick<Brought, "from" | "start"> & { readonly message: string },
): boolean {
  const { replies, session } = pair[side];
  const told = (name: string) => names.told(side, name);
  if (session.errors !== null && told(session.errors.message) === message) return false;
  const answers = replies.map((one) => ({ start: told(one.request), messages: [...one.replies, ...one.errors] }));
  const parts = session.streams.map(({ start, items, ends }) => ({
    start: told(start),
    messages: [...items, ...ends.map((end) => end.message)],
  }));
  return [...answers, ...parts].some(
    (one) =>
      one.start !== start &&
      one.messages.some((name) => told(name) === message) &&
      names.message(side, one.start)?.from.includes(from) === true,
  );
}

function strayed({ sessions }: ContractPair, { side, from, start, messages, end }: Brought): SessionWitness | undefined {
  const sender = otherSide(from);
  const asked = sessions.step(side, start, from);
  return firstOf(messages, (message) => {
    const said = end === undefined || end === message ? [message] : [message, end];
    const steps: (Step | undefined)[] = [asked, ...said.map((one) => sessions.step(side, one, sender))];
    return firstOf(["reply", "stream"] as const, (rule) => sessions.refused({ allowedBy: side, fault: sender, rule, steps }));
  });
}
