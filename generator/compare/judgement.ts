import { JUDGEMENTS, type Judgement, MEETINGS, type Meeting } from "./change.ts";

/** What is said of either meeting. */
export type Meetings = Readonly<Record<Meeting, Judgement>>;

/** The gravest of some judgements; of none, that all is safe. */
export function worst(judgements: Iterable<Judgement>): Judgement {
  const all = new Set(judgements);
  return JUDGEMENTS.find((judgement) => all.has(judgement)) ?? "safe";
}

/** The gravest of what is said of the meetings. */
export function worstOf(meetings: Meetings): Judgement {
  return worst(MEETINGS.map((meeting) => meetings[meeting]));
}

/** Nobody notices, whoever meets whom. */
export const SAFE: Meetings = { oldClientNewServer: "safe", newClientOldServer: "safe" };

/**
 * What a refused frame means. Clients in the field cannot be recalled, so a new server must read what old clients send and write what
 * they read; new clients meet old servers only where they were shipped first, which whoever deploys can avoid.
 */
export const REFUSED: Meetings = { oldClientNewServer: "breaking", newClientOldServer: "risky" };

/** What a message that only one contract knows means to the reader of the other. */
export const SERVERS_FIRST = "safe once every server is new: roll servers out before clients";
