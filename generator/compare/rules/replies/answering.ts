import type { FieldPair } from "@wirepact/runtime";
import { otherSide } from "../../../session/heard.ts";
import { type SessionWitness, SIDES } from "../../change.ts";
import { apart, type ContractPair } from "../../contractPair.ts";
import { differingStep, filledStep, firstOf, fittingStep, fittingValues, stepOf, stepWithout, valueIn } from "../../fields.ts";
import { other } from "../../proof.ts";
import type { Sayable, Step, Value } from "../../sessions.ts";
import type { ToldReply } from "./toldReplies.ts";

/** A request that is not answered, where the other contract waits for an answer. */
export function unanswered({ sessions }: ContractPair, { side, request, from }: ToldReply): SessionWitness | undefined {
  const steps = [sessions.step(side, request, from)];
  return sessions.refused({ allowedBy: side, fault: otherSide(from), rule: "unanswered", steps });
}

/** A request and an answer that the other contract does not take for one. */
export function misanswered(pair: ContractPair, reply: ToldReply, answer: string): SessionWitness | undefined {
  const { sessions } = pair;
  const { side, from, request, match } = reply;
  const asked =
    filledStep(
      sessions,
      side,
      request,
      from,
      match.map(([place]) => place),
    ) ?? sessions.step(side, request, from);
  if (asked === undefined) return undefined;
  const answered = fittingStep(sessions, side, answer, otherSide(from), repeated(match, asked));
  return sessions.refused({ allowedBy: side, fault: otherSide(from), rule: "unanswered", steps: [asked, answered] });
}

/** A request and an answer that repeats what its own contract says, and not what the other contract does. */
export function disagreeing(whole: ContractPair, reply: ToldReply, read: readonly FieldPair[]): SessionWitness | undefined {
  const pair = apart(whole);
  for (const fields of beyond(read, reply.match)) {
    for (const asked of requestsOf(pair, reply, fields)) {
      for (const answer of [...reply.replies, ...reply.errors]) {
        const session = contradicted(pair, reply, { asked, answer, fields });
        if (session !== undefined) return session;
      }
    }
  }
  return undefined;
}

/** Whether all answers repeat what only the other contract says, since schemas leave both places one value. */
export function agreesAnyway(whole: ContractPair, reply: ToldReply, read: readonly FieldPair[]): boolean {
  const { from, request, side } = reply;
  const { sessions } = apart(whole);
  return beyond(read, reply.match).every(([place, answeredAt]) => {
    const asked = filledStep(sessions, side, request, from, [place]);
    const unlike = asked === undefined ? undefined : valueIn(asked, place);
    const differs = { place, unlike, values: [] };
    if (unlike === undefined || SIDES.some((one) => mayBe(differingStep(sessions, one, request, from, differs)))) return false;
    return reply.replies.every((answer) => {
      const what = { place: answeredAt, unlike, values: [] };
      const ways = [differingStep, stepWithout].map((make) => make(sessions, side, answer, otherSide(from), what));
      return !ways.some(mayBe);
    });
  });
}

function mayBe({ kind }: Sayable): boolean {
  return kind !== "none";
}

function beyond(some: readonly FieldPair[], others: readonly FieldPair[]): FieldPair[] {
  return some.filter((fields) => !others.some((one) => isSamePair(one, fields)));
}

/** Requests with something at the place that the answer is to repeat: two that differ there, where schemas allow it. */
function requestsOf({ sessions }: ContractPair, { side, from, request, match }: ToldReply, [place]: FieldPair): Step[] {
  const places = match.map(([one]) => one);
  // Who asks has the other contract: its frames may have the place where those of this one do not.
  const first = firstOf([side, other(side)], (one) => filledStep(sessions, one, request, from, [...places, place]));
  if (first === undefined) return [];
  const values = repeated(
    places.map((one) => [one, one] as const),
    first,
  );
  const second = stepOf(differingStep(sessions, side, request, from, { place, unlike: valueIn(first, place), values }));
  return second === undefined ? [first] : [first, second];
}

/** The request and its answer, with another value than the request gave, or with none. */
function contradicted(
  { sessions }: ContractPair,
  { side, from, match }: ToldReply,
  { asked, answer, fields: [place, answeredAt] }: { readonly asked: Step; readonly answer: string; readonly fields: FieldPair },
): SessionWitness | undefined {
  if (sessions.isSpent) return undefined;
  const sender = otherSide(from);
  const values = fittingValues(sessions, side, answer, sender, repeated(match, asked));
  const what = { place: answeredAt, unlike: valueIn(asked, place), values };
  return firstOf([differingStep, stepWithout], (make) => {
    const answered = sessions.isSpent ? undefined : stepOf(make(sessions, side, answer, sender, what));
    if (answered === undefined) return undefined;
    return sessions.refused({ allowedBy: side, fault: sender, rule: "reply-fields", steps: [asked, answered] });
  });
}

/** Whether two pairs of fields are one. */
export function isSamePair(one: FieldPair, other: FieldPair): boolean {
  return one[0] === other[0] && one[1] === other[1];
}

/** What an answer repeats of its request. */
export function repeated(match: readonly FieldPair[], asked: Step): Value[] {
  return match.flatMap(([place, answered]): Value[] => {
    const value = valueIn(asked, place);
    return value === undefined ? [] : [[answered, value]];
  });
}
