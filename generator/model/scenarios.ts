import type { Direction } from "@wirepact/runtime";
import type { Json } from "../json.ts";
import type { Root } from "./root.ts";

/** An example flow, frame by frame. */
export interface Scenario {
  readonly name: string;
  readonly description: string;
  readonly source: string | undefined;
  readonly steps: readonly { readonly from: Direction; readonly frame: Json }[];
}

/** Reads the example flows. */
export function readScenarios({ scenarios = [] }: Root): Scenario[] {
  return scenarios.map(({ name, description, source, steps }) => ({
    name,
    description,
    source,
    // The extension is JSON: so is whatever stands in it.
    steps: steps.map(({ from, frame }) => ({ from, frame: frame as Json })),
  }));
}
