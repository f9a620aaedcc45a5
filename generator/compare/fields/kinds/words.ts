import { quote } from "../../../diagnostics.ts";
import type { Json } from "../../../json.ts";
import type { JsonType } from "../../../model/keywords.ts";
import { valueText } from "../../schema/canonical.ts";
import type { Differ } from "../difference.ts";
import { held, type View } from "../view.ts";
import { mayBe } from "./types.ts";

/** Where a keyword came to be, which was not there. */
export function wordAdded(keyword: string, ...types: readonly JsonType[]): Differ {
  return function* (place) {
    const [old, recent] = [said(place.before, keyword), said(place.after, keyword)];
    if (!mayBe(place, ...types) || old.size > 0 || recent.size === 0) return;
    yield { demand: { before: true, after: demandOf(keyword, recent) }, is: shown(recent) };
  };
}

/** Where a keyword says something else than it did. */
export function wordChanged(keyword: string, ...types: readonly JsonType[]): Differ {
  return function* (place) {
    const [old, recent] = [said(place.before, keyword), said(place.after, keyword)];
    const isSame = [...old.keys()].sort().join() === [...recent.keys()].sort().join();
    if (!mayBe(place, ...types) || old.size === 0 || recent.size === 0 || isSame) return;
    const demand = { before: demandOf(keyword, old), after: demandOf(keyword, recent) };
    yield { demand, was: shown(old), is: shown(recent) };
  };
}

type Said = ReadonlyMap<string, Json>;

function said(view: View, keyword: string): Said {
  return new Map(held(view, keyword).flatMap((value) => (value === false ? [] : [[valueText(value), value] as const])));
}

function demandOf(keyword: string, values: Said): Json {
  return { allOf: [...values.values()].map((value) => ({ [keyword]: value })) };
}

function shown(values: Said): string {
  return [...values.values()].map(quote).join(" and ");
}
