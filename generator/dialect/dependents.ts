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
    for (const [name, asked] of Object.entries(held)) demand(wording, `/${keyword}/${escapeStep(name)}`, name, asked, isRequired);
  }
}

function demand(wording: Wording, origin: string, name: string, asked: Json, isRequired: boolean): void {
  const condition: [string, Json][] = [
    ["if", { type: "object", required: [name] }],
    ["then", isRequired ? { required: asked } : asked],
  ];
  const place = `${wording.demand(Object.fromEntries(condition), origin)}/then`;
  wording.origins.set(isRequired ? `${place}/required` : place, origin);
  if (!isRequired) wording.places.set(origin, place);
}
