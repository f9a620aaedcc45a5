/** A number as JSON writes it: `digits × 10^exponent`, exactly. */
export interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

/** A finite number as the decimal that it is written as. */
export function decimalOf(value: number): Decimal {
  const [mantissa = "", power = "0"] = String(value).split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  return { digits: BigInt(whole + fraction), exponent: Number(power) - fraction.length };
}

/** The number that is written as a decimal; undefined where none is, because no number is that exact. */
export function numberOf({ digits, exponent }: Decimal): number | undefined {
  const value = Number(`${digits}e${exponent}`);
  if (!Number.isFinite(value)) return undefined;
  const back = decimalOf(value);
  const shared = Math.min(back.exponent, exponent);
  return scaled(back, shared) === scaled({ digits, exponent }, shared) ? value : undefined;
}

/** The digits of a decimal at a smaller exponent. */
export function scaled({ digits, exponent }: Decimal, to: number): bigint {
  return digits * 10n ** BigInt(exponent - to);
}

/** The least positive number that is a multiple of both. */
export function leastMultiple(a: Decimal, b: Decimal): Decimal {
  const exponent = Math.min(a.exponent, b.exponent);
  const [one, other] = [scaled(a, exponent), scaled(b, exponent)];
  return { digits: (one / greatestDivisor(one, other)) * other, exponent };
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestDivisor(b, a % b);
}

/** How often a step fits into a number: rounded down, or up. */
export function steps(value: Decimal, step: Decimal, round: "down" | "up"): bigint {
  const exponent = Math.min(value.exponent, step.exponent);
  const [all, one] = [scaled(value, exponent), scaled(step, exponent)];
  const quotient = all / one;
  const rest = all % one;
  if (rest === 0n) return quotient;
  if (round === "down") return rest < 0n ? quotient - 1n : quotient;
  return rest > 0n ? quotient + 1n : quotient;
}
