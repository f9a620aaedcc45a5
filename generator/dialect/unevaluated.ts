import { escapeStep } from "@wirepact/runtime";
import { getList, getObject, type Json, type JsonObject } from "../json.ts";
import { type Condition, conditionsOf } from "./conditions.ts";
import { type Evaluator, type Follow, isWithin } from "./evaluated.ts";
import { newerSchemasIn } from "./newerKeywords.ts";
import type { Wording } from "./wording.ts";

/** What no other keyword judged: said of the properties and items by name and number, and of some names on conditions. */
export function rewordUnevaluated(wording: Wording, follow: Follow, evaluator: Evaluator): void {
  if (!wording.has("unevaluatedProperties") && !wording.has("unevaluatedItems")) return;
  const { unevaluatedProperties: _properties, unevaluatedItems: _items, ...others } = wording.schema;
  if (wording.has("unevaluatedProperties")) rewordProperties(wording, others, follow, evaluator);
  if (wording.has("unevaluatedItems")) rewordItems(wording, others, follow, evaluator);
}

function rewordProperties(wording: Wording, others: JsonObject, follow: Follow, evaluator: Evaluator): void {
  const evaluation = conditionsOf(others, follow, evaluator);
  if (evaluation === undefined) return;
  const { certain, conditions } = evaluation;
  if (certain.allProperties) return wording.drop("unevaluatedProperties");
  const open = conditions.filter(({ evaluated }) => evaluated.allProperties || !isWithin(evaluated.patterns, certain.patterns));
  const groups = groupsOf(conditions, certain.names);
  const rule = wording.get("unevaluatedProperties") ?? true;
  if (open.length > 0 || (groups.length > 0 && !wording.canDemand) || !evaluator.spend(costOf(groups, rule))) return;
  sayKnown(wording, "properties", [...certain.names, ...groups.flatMap(({ names }) => names)]);
  sayKnown(wording, "patternProperties", [...certain.patterns]);
  for (const group of groups) demandUnless(wording, group, rule);
  wording.rename("unevaluatedProperties", "additionalProperties");
}

function sayKnown(wording: Wording, keyword: string, known: readonly string[]): void {
  const own = getObject(wording.schema, keyword);
  const others = known.filter((name) => !Object.hasOwn(own, name)).map((name) => [name, true] as const);
  if (others.length > 0) wording.put(keyword, { ...own, ...Object.fromEntries(others) });
}

/** Names that the same conditions evaluate. */
interface Group {
  readonly conditions: readonly Condition[];
  readonly names: string[];
}

function groupsOf(conditions: readonly Condition[], certain: ReadonlySet<string>): Group[] {
  const indexes = new Map<string, number[]>();
  for (const [index, { evaluated }] of conditions.entries()) {
    for (const name of evaluated.names) if (!certain.has(name)) indexes.set(name, [...(indexes.get(name) ?? []), index]);
  }
  const groups = new Map<string, Group>();
  for (const [name, those] of indexes) {
    const key = those.join();
    const group = groups.get(key) ?? { conditions: those.flatMap((index) => conditions[index] ?? []), names: [] };
    groups.set(key, group);
    group.names.push(name);
  }
  return [...groups.values()];
}

/** What it costs to write conditions a second time, and the rule once a name. */
function costOf(groups: readonly Group[], rule: Json): number {
  const conditions = groups.flatMap((group) => group.conditions.map(({ schema }) => sizeOf(schema)));
  const rules = groups.map(({ names }) => names.length * sizeOf(rule));
  return [...conditions, ...rules].reduce((sum, size) => sum + COPY * size, 0);
}

function sizeOf(schema: Json): number {
  return [...newerSchemasIn(schema, "")].length;
}

/** Copies hold copies of their own, so that they weigh more than names do. */
const COPY = 20;

/** Where none of the conditions holds, the names that only they evaluate are unevaluated. */
function demandUnless(wording: Wording, { conditions, names }: Group, rule: Json): void {
  const [first = { schema: true, origin: "" }, ...others] = conditions;
  const any = others.length === 0 ? first.schema : { anyOf: conditions.map(({ schema }) => schema) };
  const unless: [string, Json][] = [
    ["if", any],
    ["else", { properties: Object.fromEntries(names.map((name) => [name, rule])) }],
  ];
  const place = `/allOf/${wording.demand([Object.fromEntries(unless)])}`;
  wording.origins.set(place, "/unevaluatedProperties");
  for (const name of names) wording.origins.set(`${place}/else/properties/${escapeStep(name)}`, "/unevaluatedProperties");
  if (others.length === 0) wording.origins.set(`${place}/if`, first.origin);
  else for (const [index, { origin }] of conditions.entries()) wording.origins.set(`${place}/if/anyOf/${index}`, origin);
}

function rewordItems(wording: Wording, others: JsonObject, follow: Follow, evaluator: Evaluator): void {
  const evaluated = evaluator.of(others, follow);
  if (evaluated === undefined) return;
  const { items, matches } = evaluated;
  if (items === Infinity) return wording.drop("unevaluatedItems");
  if (matches) return;
  const own = getList(wording.schema, "prefixItems");
  const rest = Array.from({ length: items - own.length }, () => true);
  if (items > 0) wording.put("prefixItems", [...own, ...rest]);
  wording.rename("unevaluatedItems", "items");
}
