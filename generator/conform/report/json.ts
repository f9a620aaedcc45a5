import { type ConformRun, summarize } from "../summary.ts";

/** A run as one JSON object: the figures, and every result. */
export function toJson(run: ConformRun): string {
  const { counts, total, isFine } = summarize(run);
  const { role, protocol, milliseconds, notes, stale, unrun } = run;
  const results = run.results.map(({ id, title, outcome, known, verdict, milliseconds: took }) => {
    return { id, title, outcome, ...(known === undefined ? {} : { known }), verdict, milliseconds: took };
  });
  return JSON.stringify({ ok: isFine, protocol, role, total, counts, unrun, notes, stale, milliseconds, results });
}
