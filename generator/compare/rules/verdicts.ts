import type { Finding, Judgement, Meeting, SessionWitness } from "../change.ts";
import { type Meetings, REFUSED, SAFE, SERVERS_FIRST, worst, worstOf } from "../judgement.ts";

/** What a rule says of a change, beside what it is. */
export type Verdict = Pick<Finding, "meetings" | "witness" | "session" | "proof" | "reason">;

/** Nothing was found that anybody could notice. */
export const NOTHING: Verdict = { meetings: SAFE };

/** Nobody notices. */
export function safe(reason: string): Verdict {
  return { meetings: SAFE, reason };
}

/** Old clients go on with new servers, and may miss something. */
export function risky(reason: string, meeting: Meeting = "oldClientNewServer"): Verdict {
  return judged(meeting, "risky", reason);
}

/** Neither proved to break nor to be safe. */
export function unknown(reason: string, meeting: Meeting = "oldClientNewServer"): Verdict {
  return judged(meeting, "unknown", reason);
}

/** What one side sends in a meeting the other refuses; what shows it is added by who knows. */
export function refused(meeting: Meeting): Verdict {
  const meetings = { ...SAFE, [meeting]: REFUSED[meeting] };
  return REFUSED[meeting] === "risky" ? { meetings, reason: SERVERS_FIRST } : { meetings };
}

/** What makes it certain that something breaks: a session where there is one to show, or else words. */
export interface Evidence {
  readonly session?: SessionWitness | undefined;
  readonly proof: string;
}

/** In a meeting the one side cannot go on with the other. */
export function breaksIn(meeting: Meeting, { session, proof }: Evidence): Verdict {
  return { ...refused(meeting), ...(session === undefined ? { proof } : { session }) };
}

/** New clients rely on what old servers do not do. */
export function breaksNewClients(): Verdict {
  return risky(SERVERS_FIRST, "newClientOldServer");
}

/** Whoever has the one contract cannot go on with whoever has the other. */
export function breaksBoth(proof: string): Verdict {
  return { meetings: REFUSED, proof };
}

/** A session that is refused; where there is none, something else. */
export function shown(session: SessionWitness | undefined, otherwise: Verdict): Verdict {
  if (session === undefined) return otherwise;
  return { ...refused(session.meeting), session };
}

/** A session that is refused, where readers most likely live with it. */
export function shownRisky(session: SessionWitness | undefined, why: string, meeting: Meeting = "oldClientNewServer"): Verdict {
  const reason = meeting === "newClientOldServer" ? SERVERS_FIRST : why;
  return { ...judged(meeting, "risky", reason), ...(session?.meeting === meeting ? { session } : {}) };
}

/** Two verdicts as one: the graver of each meeting, and what there is to show of the graver. */
export function both(one: Verdict, other: Verdict): Verdict {
  if (one === NOTHING || other === NOTHING) return one === NOTHING ? other : one;
  const meetings: Meetings = {
    oldClientNewServer: worst([one.meetings.oldClientNewServer, other.meetings.oldClientNewServer]),
    newClientOldServer: worst([one.meetings.newClientOldServer, other.meetings.newClientOldServer]),
  };
  const isFirst = worstOf(meetings) === worstOf(one.meetings);
  return { ...(isFirst ? one : other), meetings };
}

/** Whether nothing graver can be said of a meeting. */
export function isRefused({ meetings }: Verdict, meeting: Meeting): boolean {
  return meetings[meeting] === REFUSED[meeting];
}

function judged(meeting: Meeting, judgement: Judgement, reason: string): Verdict {
  return { meetings: { ...SAFE, [meeting]: judgement }, reason };
}
