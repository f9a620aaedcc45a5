import { type Direction, pointerOf } from "@wirepact/runtime";
import { get, getStrings, type Json, type JsonObject } from "../json.ts";
import { constantsOf } from "./frame.ts";

/** A message as far as dispatch needs it. */
export interface Framed {
  readonly from: readonly Direction[];
  readonly frame: Json;
}

/** Where the frames of one side say which message they are: as declared, or else where their constants differ. */
export function discriminatorsOf(document: JsonObject, messages: readonly Framed[], direction: Direction): readonly string[] {
  const declared = get(get(document, "x-wirepact"), "discriminators");
  if (declared !== undefined) return getStrings(declared, direction);
  return infer(
    document,
    messages.filter((message) => message.from.includes(direction)),
  );
}

/** The place that tells most messages apart first, then the one that tells most of the rest. */
function infer(document: JsonObject, messages: readonly Framed[]): string[] {
  const constants = messages.map(
    (message) => new Map(constantsOf(document, message.frame).map(([steps, value]) => [pointerOf(steps), value])),
  );
  const chosen: string[] = [];
  let open = constants;
  while (open.length > 0) {
    const best = bestPointer(open, chosen.length > 0);
    if (best === undefined) break;
    chosen.push(best);
    open = open.filter((places) => !places.has(best));
  }
  return chosen;
}

function bestPointer(messages: readonly ReadonlyMap<string, string>[], mustTell: boolean): string | undefined {
  const counts = new Map<string, Set<string>>();
  for (const places of messages) {
    for (const [pointer, value] of places) counts.set(pointer, (counts.get(pointer) ?? new Set()).add(value));
  }
  // More distinct values first, then the shorter pointer, then the alphabet: never the order of messages.
  // After the first, a value that is the same everywhere (`jsonrpc: "2.0"`) tells nothing apart.
  const isAlone = (pointer: string) => messages.filter((places) => places.has(pointer)).length === 1;
  const telling = [...counts].filter(([pointer, values]) => !mustTell || values.size > 1 || isAlone(pointer));
  const ranked = telling.sort(([a, x], [b, y]) => y.size - x.size || a.length - b.length || (a < b ? -1 : 1));
  return ranked[0]?.[0];
}
