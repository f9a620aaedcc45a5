import { getList, getObject } from "../json.ts";
import type { Evaluated, Evaluator, Follow } from "./evaluated.ts";
import type { Wording } from "./wording.ts";

/** What no other keyword judged: said of the properties and items by name and number, where those do not depend on the value. */
export function rewordUnevaluated(wording: Wording, follow: Follow, evaluator: Evaluator): void {
  if (!wording.has("unevaluatedProperties") && !wording.has("unevaluatedItems")) return;
  const { unevaluatedProperties: _properties, unevaluatedItems: _items, ...others } = wording.schema;
  const evaluated = evaluator.of(others, follow);
  if (evaluated === undefined) return;
  if (wording.has("unevaluatedProperties")) rewordProperties(wording, evaluated);
  if (wording.has("unevaluatedItems")) rewordItems(wording, evaluated);
}

function rewordProperties(wording: Wording, { names, patterns, allProperties }: Evaluated): void {
  if (allProperties) return wording.drop("unevaluatedProperties");
  for (const [keyword, known] of [
    ["properties", names],
    ["patternProperties", patterns],
  ] as const) {
    const own = getObject(wording.schema, keyword);
    const others = [...known].filter((name) => !Object.hasOwn(own, name)).map((name) => [name, true] as const);
    if (others.length > 0) wording.put(keyword, { ...own, ...Object.fromEntries(others) });
  }
  wording.rename("unevaluatedProperties", "additionalProperties");
}

function rewordItems(wording: Wording, { items }: Evaluated): void {
  if (items === Infinity) return wording.drop("unevaluatedItems");
  const own = getList(wording.schema, "prefixItems");
  const others = Array.from({ length: items - own.length }, () => true);
  if (items > 0) wording.put("prefixItems", [...own, ...others]);
  wording.rename("unevaluatedItems", "items");
}
