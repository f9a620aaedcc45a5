import type { Meter } from "./budget.ts";
import type { Canonical } from "./canonical.ts";
import type { Claim } from "./claim.ts";
import { type Facts, NO_FACTS, withClaim } from "./facts.ts";
import type { Literal } from "./literal.ts";
import { type Reading, readingsOf } from "./meaning/readings.ts";

/** What is settled of a value, and what can still be so in several ways. */
export interface State {
  readonly facts: Facts;
  readonly open: readonly Reading[];
  /** Numbers of the literals that hold. */
  readonly settled: ReadonlySet<number>;
}

/** Nothing is settled. */
export const NOTHING_SETTLED: State = { facts: NO_FACTS, open: [], settled: new Set() };

/** What is settled once these claims are made too, with all that follows from them in one way alone; undefined where they contradict. */
export function settle(state: State, claims: readonly Claim[], canonical: Canonical, meter: Meter): State | undefined {
  const settled = new Set(state.settled);
  const open = [...state.open];
  let facts: Facts | undefined = state.facts;
  const left = [...claims].reverse();
  for (let next = left.pop(); next !== undefined && facts !== undefined; next = left.pop()) {
    if (next.kind !== "literal") {
      facts = withClaim(facts, next);
      continue;
    }
    const number = canonical.numberOf(next.literal);
    if (settled.has(-number)) return undefined;
    if (settled.has(number)) continue;
    settled.add(number);
    for (const reading of read(next.literal, meter)) {
      const [way, ...others] = reading.ways;
      if (way === undefined) return undefined;
      if (others.length > 0) open.push(reading);
      else left.push(...[...way].reverse());
    }
  }
  return facts && { facts, open, settled };
}

function read(literal: Literal, meter: Meter): readonly Reading[] {
  meter.spend();
  return readingsOf(literal, meter);
}
