import type { FieldPair } from "@wirepact/runtime";
import { otherSide } from "../../../session/heard.ts";
import type { SessionWitness } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { differingStep, filledStep, fittingStep, valueIn } from "../../fields.ts";
import type { Step, Value } from "../../sessions.ts";
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
export function disagreeing(pair: ContractPair, reply: ToldReply, other: readonly FieldPair[]): SessionWitness | undefined {
  const { sessions } = pair;
  const { side, from, request, match } = reply;
  const apart = other.filter((fields) => !match.some((one) => isSamePair(one, fields)));
  for (const [place, answeredAt] of apart) {
    const asked = filledStep(sessions, side, request, from, [...match.map(([one]) => one), place]);
    for (const answer of asked === undefined ? [] : reply.replies) {
      const values = asked === undefined ? [] : repeated(match, asked);
      const unlike = asked === undefined ? undefined : valueIn(asked, place);
      const answered = differingStep(sessions, side, answer, otherSide(from), { place: answeredAt, unlike, values });
      const session = sessions.refused({
        allowedBy: side,
        fault: otherSide(from),
        rule: "reply-fields",
        steps: [asked, answered],
      });
      if (session !== undefined) return session;
    }
  }
  return undefined;
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
