import type { Change } from "../change.ts";
import type { Review } from "../review.ts";

/** Who lets a change pass, and why: an entry of `review.approvals` in a project's `wirepact.yaml`. */
export interface Approval {
  readonly fingerprint: string;
  /** The only protocol that is meant; all where none is named. */
  readonly protocol: string | undefined;
  readonly reason: string;
  readonly by: string;
  /** The last day on which it counts, as `2027-01-31`. */
  readonly until: string | undefined;
  /** JSON Pointer in the settings. */
  readonly pointer: string;
}

/** Reviews in which the approved changes say so, and what became of the approvals. */
export interface Approved {
  readonly reviews: readonly Review[];
  /** Those that name a change which is there, and that no longer count. */
  readonly expired: readonly Approval[];
  /** Those that name no change of the protocols that were compared, or no protocol of the project. */
  readonly stale: readonly Approval[];
}

/** Applies approvals to reviews. `today` is a day as `2027-01-31`; `isAll` where every protocol of the project was compared. */
export function applyApprovals(
  reviews: readonly Review[],
  approvals: readonly Approval[],
  { today, isAll }: { readonly today: string; readonly isAll: boolean },
): Approved {
  const [expired, lasting] = partition(approvals, ({ until }) => until !== undefined && until < today);
  const names = new Set(reviews.map(({ protocol }) => protocol));
  const isJudged = ({ protocol }: Approval) => isAll || (protocol !== undefined && names.has(protocol));
  const isThere = (approval: Approval) => reviews.some((review) => isMeant(approval, review, review.fingerprints));
  return {
    reviews: reviews.map((review) => ({ ...review, changes: review.changes.map((change) => approve(change, review, lasting)) })),
    expired: expired.filter(isThere),
    stale: approvals.filter((approval) => isJudged(approval) && !isThere(approval)),
  };
}

function approve(change: Change, review: Review, approvals: readonly Approval[]): Change {
  const approval = approvals.find((one) => isMeant(one, review, [change.fingerprint]));
  if (approval === undefined) return change;
  const { by, reason, until } = approval;
  return { ...change, approved: { by, reason, ...(until === undefined ? {} : { until }) } };
}

function isMeant({ fingerprint, protocol }: Approval, review: Review, fingerprints: readonly string[]): boolean {
  return (protocol === undefined || protocol === review.protocol) && fingerprints.includes(fingerprint);
}

function partition<Thing>(all: readonly Thing[], isFirst: (one: Thing) => boolean): readonly [Thing[], Thing[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}
