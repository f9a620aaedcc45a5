import { escapeStep } from "@wirepact/runtime";
import { isList, isObject, type Json } from "../json.ts";
import type { Wording } from "./wording.ts";

/** Properties that ask for others: `dependentRequired` and `dependentSchemas` are conditions, one a property. */
export function rewordDependents(wording: Wording): void {
  if (!wording.canDemand) return;
  for (const keyword of ["dependentRequired", "dependentSchemas"] as const) {
    const held = wording.get(keyword);
    const isRequired = keyword === "dependentRequired";
    if (!isObject(held) || (isRequired && !Object.values(held).every(isList))) continue;
    wording.drop(keyword);
    const demands = Object.entries(held).map(([name, asked]) => condition(name, isRequired ? { required: asked } : asked));
    const first = wording.demand(demands);
    for (const [index, name] of Object.keys(held).entries())
      note(wording, `/allOf/${first + index}`, `/${keyword}/${escapeStep(name)}`, isRequired);
  }
}

function condition(name: string, brings: Json): Json {
  const entries: [string, Json][] = [
    ["if", { type: "object", required: [name] }],
    ["then", brings],
  ];
  return Object.fromEntries(entries);
}

/** Notes where a condition and what it brings were written; a list of names is no schema that a reference could lead to. */
function note({ origins, places }: Wording, place: string, origin: string, isRequired: boolean): void {
  origins.set(place, origin);
  origins.set(isRequired ? `${place}/then/required` : `${place}/then`, origin);
  if (!isRequired) places.set(origin, `${place}/then`);
}
