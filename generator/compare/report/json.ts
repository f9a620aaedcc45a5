import type { Diagnostic } from "../../diagnostics.ts";
import type { Change } from "../change.ts";
import type { Review } from "../review.ts";
import type { Place } from "./place.ts";
import { plainJson } from "./plain.ts";
import type { ReportContext } from "./report.ts";
import { countsOf, isFine } from "./tally.ts";

/** Grows when something in the shape is no longer what it was; what is added does not count. */
const SHAPE = 1;

/** A report for programs: one JSON object on one line, in the shape of `docs/review.schema.json`. */
export function jsonReport(reviews: readonly Review[], context: ReportContext): string {
  const { against, strict } = context;
  return plainJson({
    shape: SHAPE,
    ok: isFine(reviews, context),
    against,
    strict,
    notes: (context.notes ?? []).map(({ code, text, position }) => ({ code, text, place: position })),
    counts: countsOf(reviews.flatMap(({ changes }) => changes)),
    protocols: reviews.map((review) => protocolJson(review, context)),
  });
}

/** A run that came to no report: what it failed of, as every command tells it. */
export function jsonFailure(diagnostics: readonly Diagnostic[]): string {
  return plainJson({ shape: SHAPE, ok: false, diagnostics });
}

function protocolJson({ protocol, before, after, changes, version }: Review, { place }: ReportContext) {
  return {
    protocol,
    before,
    after,
    version,
    counts: countsOf(changes),
    changes: changes.map((change) => changeJson(change, place?.(protocol, change))),
  };
}

/** Written out, so that what the rules keep for themselves does not become a promise. */
function changeJson(change: Change, place: Place | undefined) {
  const { rule, judgement, level, message, alsoIn, from, text, reason, meetings, code, side, pointer, witness, session, proof } =
    change;
  return {
    rule,
    fingerprint: change.fingerprint,
    judgement,
    level,
    message,
    alsoIn: alsoIn ?? [],
    from,
    text,
    reason: reason ?? null,
    meetings,
    code: code ?? null,
    side,
    pointer,
    place: place === undefined ? null : { file: place.file, line: place.line, column: place.column },
    stood: place?.stood === undefined ? null : { file: place.stood.file, line: place.stood.line, column: place.stood.column },
    witness: witness ?? null,
    session: session ?? null,
    proof: proof ?? null,
    approved: change.approved ?? null,
  };
}
