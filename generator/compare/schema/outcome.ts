import { escapeStep, type Pointer } from "@wirepact/runtime";
import type { Json } from "../../json.ts";

/** What is known of a set of values: nothing is in it, this is, or neither could be shown. */
export type Outcome =
  | { readonly kind: "empty" }
  | { readonly kind: "value"; readonly value: Json }
  | { readonly kind: "unknown"; readonly reason: string; readonly path: Pointer };

/** No value is in the set: proved. */
export const EMPTY: Outcome = { kind: "empty" };

/** The set holds this value. */
export function found(value: Json): Outcome {
  return { kind: "value", value };
}

/** Whether there is such a value stayed open, for this reason. */
export function unknown(reason: string): Outcome {
  return { kind: "unknown", reason, path: "" };
}

/** The outcome of what stands at a step of a value, as one of that value. */
export function below(outcome: Outcome, step: string | number): Outcome {
  if (outcome.kind !== "unknown") return outcome;
  return { ...outcome, path: `/${escapeStep(String(step))}${outcome.path}` };
}

/** Asks one question after the other until one of them finds a value; empty only where each of them is. */
export function firstFound(questions: Iterable<() => Outcome>): Outcome {
  let open: Outcome | undefined;
  for (const ask of questions) {
    const outcome = ask();
    if (outcome.kind === "value") return outcome;
    if (outcome.kind === "unknown") open ??= outcome;
  }
  return open ?? EMPTY;
}
