/** A JSON Pointer (RFC 6901), such as `/data/job_id`; the empty string points at the whole value. */
export type Pointer = string;

/** Prints one key as a step of a JSON Pointer. */
export function escapeStep(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** Splits a JSON Pointer into its keys. */
export function pointerSteps(pointer: Pointer): string[] {
  if (pointer === "") return [];
  return pointer
    .slice(1)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** Joins keys to a JSON Pointer. */
export function pointerOf(steps: readonly (string | number)[]): Pointer {
  return steps.map((step) => `/${escapeStep(String(step))}`).join("");
}

/** What stands at a pointer, and how deep the value goes towards it when nothing does. */
export type Reading = { readonly found: true; readonly value: unknown } | { readonly found: false; readonly missing: Pointer };

/** Reads a value by pointer. Own properties only: a peer chooses the names. */
export function readPointer(value: unknown, pointer: Pointer): Reading {
  let current = value;
  const taken: string[] = [];
  for (const step of pointerSteps(pointer)) {
    taken.push(step);
    if (!isContainer(current) || !Object.hasOwn(current, step)) {
      return { found: false, missing: pointerOf(taken) };
    }
    current = current[step];
  }
  return { found: true, value: current };
}

/** Whether a value has properties of its own to look into. */
function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !ArrayBuffer.isView(value);
}
