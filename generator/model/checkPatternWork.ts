import { type Findings, quote } from "../diagnostics.ts";
import { get, type JsonObject } from "../json.ts";
import { growthOf } from "./pattern/patternGrowth.ts";

/** Steps that a validator may take to refuse a text: some milliseconds. */
const MANY_STEPS = 1e7;

/**
 * Finds a pattern that a peer could keep a validator busy with. One whose work explodes is an error; one whose work grows by a power of
 * the length is fine where `maxLength` bounds it, which validators ask first. Names of properties have no such bound: `beside` is null.
 */
export function checkPatternWork(pattern: string, beside: JsonObject | null, pointer: string, findings: Findings): void {
  const growth = growthOf(pattern);
  const subject = `the pattern ${quote(pattern)}`;
  if (growth.kind === "exponential") {
    const reason = "it can take the same text in ever more ways, and tries all of them";
    return findings.error(
      pointer,
      "slow-pattern",
      `${subject} may take forever to refuse a text: ${reason}; write it so that its repetitions take each text in one way`,
    );
  }
  if (growth.kind === "unknown") {
    const text = `${subject} is too large for a look at how long it may take to refuse a text; write a smaller one`;
    return findings.warn(pointer, "slow-pattern", text);
  }
  if (growth.degree === 1) return;
  const bound = roundDown(MANY_STEPS ** (1 / growth.degree));
  const maxLength = get(beside ?? undefined, "maxLength");
  if (typeof maxLength === "number" && maxLength <= bound) return;
  const power = growth.degree === 2 ? "the square" : `the power ${growth.degree}`;
  const bounding = beside === null ? "" : `add a maxLength of at most ${bound}, or `;
  const text = `${subject} takes a time that grows with ${power} of a text's length; ${bounding}begin it with ^ and write its repetitions so that none takes what the next one does`;
  findings.warn(pointer, "slow-pattern", text);
}

/** A number with all digits but its first made zero. */
function roundDown(number: number): number {
  const unit = 10 ** Math.floor(Math.log10(number));
  return Math.floor(number / unit) * unit;
}
