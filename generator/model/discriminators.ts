import { type Constant, type Direction, pointerOf } from "@wirepact/runtime";
import { get, getList, getStrings, isObject, type Json, type JsonObject } from "../json.ts";
import { innerSchemas, ownConstants } from "./constants.ts";
import { requiredOf } from "./frame.ts";
import { follow } from "./references.ts";

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
    (message) => new Map(constantPlaces(document, message.frame).map(([steps, value]) => [pointerOf(steps), value])),
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

function bestPointer(messages: readonly ReadonlyMap<string, Constant>[], mustTell: boolean): string | undefined {
  const counts = new Map<string, Set<Constant>>();
  for (const places of messages) {
    for (const [pointer, value] of places) counts.set(pointer, (counts.get(pointer) ?? new Set()).add(value));
  }
  // More distinct values first, then names rather than numbers, then the shorter pointer, then the alphabet: never the order of messages.
  // After the first, a value that is the same everywhere (`jsonrpc: "2.0"`) tells nothing apart.
  const isAlone = (pointer: string) => messages.filter((places) => places.has(pointer)).length === 1;
  const telling = [...counts].filter(([pointer, values]) => !mustTell || values.size > 1 || isAlone(pointer));
  const ranked = telling.sort(
    ([a, x], [b, y]) => y.size - x.size || numbers(x) - numbers(y) || a.length - b.length || (a < b ? -1 : 1),
  );
  return ranked[0]?.[0];
}

/** How many constants are no names. */
function numbers(values: ReadonlySet<Constant>): number {
  return [...values].filter((value) => typeof value !== "string").length;
}

/** The places of single constants in a schema, at most three steps deep, with their values: those that every value has, or else all. */
function constantPlaces(document: JsonObject, schema: Json): [readonly string[], Constant][] {
  const certain = findConstants(document, schema, [], true, new Set());
  return certain.length > 0 ? certain : findConstants(document, schema, [], false, new Set());
}

/** Each schema is looked into once. */
function findConstants(
  document: JsonObject,
  schema: Json,
  steps: readonly string[],
  certain: boolean,
  seen: Set<Json>,
): [readonly string[], Constant][] {
  const target = follow(document, schema, "")?.value;
  if (!isObject(target) || steps.length > 3) return [];
  const [constant, ...others] = ownConstants(target);
  if (constant !== undefined && others.length === 0 && steps.length > 0) return [[steps, constant]];
  if (seen.has(target)) return [];
  seen.add(target);
  const required = new Set(requiredOf(document, target));
  const own = [...innerSchemas(target)].filter(([name]) => !certain || required.has(name));
  const places = own.flatMap(([name, inner]) => findConstants(document, inner, [...steps, name], certain, seen));
  return [...places, ...getList(target, "allOf").flatMap((branch) => findConstants(document, branch, steps, certain, seen))];
}
