import { type Finding, type Judgement, MEETINGS, type Meeting, type Witness } from "../change.ts";
import { SAFE, worst, worstOf } from "../judgement.ts";
import type { FieldRule } from "../rules/fields/fieldRule.ts";

/** What is known of one order of things: a sender of this contract, a reader of the other. */
export interface FieldVerdict {
  readonly judged: Judgement;
  readonly witness?: Witness;
  readonly proof?: string;
  readonly reason?: string;
}

/** What a rule says of both meetings, whatever becomes of frames. */
export function risksOf({ risk }: FieldRule): (readonly [Meeting, FieldVerdict])[] {
  return risk === undefined ? [] : MEETINGS.map((meeting) => [meeting, { judged: "risky", reason: risk }]);
}

/** What is to be said of both meetings, with the witness of the gravest. */
export function summarize(
  verdicts: readonly (readonly [Meeting, FieldVerdict])[],
): Pick<Finding, "meetings" | "witness" | "proof" | "reason"> {
  const judged = (meeting: Meeting) => worst(verdicts.flatMap(([one, verdict]) => (one === meeting ? [verdict.judged] : [])));
  const meetings = { ...SAFE, ...Object.fromEntries(MEETINGS.map((meeting) => [meeting, judged(meeting)])) };
  const gravest = worstOf(meetings);
  const [, told] = verdicts.find(([, verdict]) => verdict.judged === gravest) ?? [];
  const witness = told?.witness ?? verdicts.find(([, verdict]) => verdict.witness !== undefined)?.[1].witness;
  return {
    meetings,
    ...(witness === undefined || told?.proof !== undefined ? {} : { witness }),
    ...(told?.proof === undefined ? {} : { proof: told.proof }),
    ...(told?.reason === undefined ? {} : { reason: told.reason }),
  };
}
