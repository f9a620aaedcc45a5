import { type Budget, Meter, Undecided } from "./budget.ts";
import type { Claim, Ways } from "./claim.ts";
import type { Literal } from "./literal.ts";
import { readingsOf } from "./meaning/readings.ts";
import { found, type Outcome } from "./outcome.ts";
import type { Prover } from "./prover.ts";

/** Breaches that are tried, and the part of the budget that each of them may take. */
const MANY_BREACHES = 50;
const PART = 20;

/**
 * Where not everything can be gone through: tries each way to break the reader's schema for itself, what tells the most first, so that
 * what is intricate in one place does not hide a plain breach in another.
 */
export function seek(
  sent: Literal,
  refused: Literal,
  budget: Budget,
  proverWith: (budget: Budget) => Prover,
): Outcome | undefined {
  const part = { ...budget, steps: Math.ceil(budget.steps / PART) };
  for (const way of breachesOf(refused, part).slice(0, MANY_BREACHES)) {
    const outcome = attempt(() => proverWith(part).findAs(way, [sent, refused], [sent.schema]));
    if (outcome?.kind === "value") return found(outcome.value);
  }
  return undefined;
}

function attempt<Result>(ask: () => Result): Result | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Undecided) return undefined;
    throw error;
  }
}

/** The ways to break a schema, behind references and lists of schemas that all must hold. */
function breachesOf(refused: Literal, budget: Budget): Ways {
  return attempt(() => outermost(refused, new Meter(budget))) ?? [];
}

function outermost(literal: Literal, meter: Meter): Ways {
  meter.spend();
  const [reading, ...others] = readingsOf(literal, meter);
  if (reading === undefined || others.length > 0) return [];
  return reading.ways.flatMap((way) => {
    const inner = onlyLiteral(way);
    return inner === undefined || inner.holds ? [way] : outermost(inner, meter);
  });
}

function onlyLiteral(way: readonly Claim[]): Literal | undefined {
  const [first, ...others] = way;
  return first?.kind === "literal" && others.length === 0 ? first.literal : undefined;
}
