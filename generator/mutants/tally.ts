import type { Judged, Outcome } from "./outcome.ts";

/** How many mutants there are of a kind, and what became of them. */
export type Tally = Readonly<Record<Outcome["kind"] | "made", number>>;

/** The figures of some mutants. */
export function tallyOf(judged: readonly Judged[]): Tally {
  const of = (kind: Outcome["kind"]) => judged.filter(({ outcome }) => outcome.kind === kind).length;
  return {
    made: judged.length,
    killed: of("killed"),
    equivalent: of("equivalent"),
    survived: of("survived"),
    stillborn: of("stillborn"),
  };
}

/** The figures kind by kind, in the order in which the kinds were made. */
export function tallyByKind(judged: readonly Judged[]): readonly (readonly [kind: string, tally: Tally])[] {
  const kinds = [...new Set(judged.map(({ kind }) => kind))];
  return kinds.map((kind) => [kind, tallyOf(judged.filter((one) => one.kind === kind))]);
}
