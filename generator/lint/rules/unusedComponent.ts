import { escapeStep } from "@wirepact/runtime";
import { quote } from "../../diagnostics.ts";
import { getObject, getString, isList, isObject, type Json, type JsonObject } from "../../json.ts";
import { decodeReference, valueAt } from "../../reference.ts";
import type { LintRule } from "../rule.ts";

/** What is written out where it is referred to while a document is read: nothing shows any more whether it is used. */
const WRITTEN_OUT: ReadonlySet<string> = new Set(["channels", "operations", "replies", "messageTraits", "operationTraits"]);

/** What is described is used. */
export const unusedComponent: LintRule = {
  level: "warning",
  title: "A component that nothing refers to",
  explanation:
    "What stands under `components` counts only where something refers to it: a message that no channel lists never travels, a schema that nothing refers to checks nothing, and both look as if they did. Refer to it, or remove it. What only unused components refer to is unused, too. Traits, and channels, operations and replies under `components`, are not looked at.",
  *check({ contract: { document } }) {
    const used = usedIn(document);
    for (const [kind, components] of Object.entries(getObject(document, "components"))) {
      if (kind.startsWith("x-") || WRITTEN_OUT.has(kind) || !isObject(components)) continue;
      for (const name of Object.keys(components)) {
        const pointer = `/components/${kind}/${escapeStep(name)}`;
        if (!used.has(pointer))
          yield { pointer, text: `nothing refers to ${quote(name)} of components.${kind}; refer to it, or remove it` };
      }
    }
  },
};

/** Pointers of the components that the document comes to from outside of them. */
function usedIn(document: JsonObject): ReadonlySet<string> {
  const { components: _, ...rest } = document;
  const used = new Set<string>();
  const open: Json[] = [rest];
  for (let held = open.pop(); held !== undefined; held = open.pop()) {
    for (const pointer of referencesOf(held)) {
      const component = pointer.split("/").slice(0, 4).join("/");
      if (!pointer.startsWith("/components/") || used.has(component)) continue;
      used.add(component);
      open.push(valueAt(document, component) ?? null);
    }
  }
  return used;
}

/** The pointers to which references of a value lead. */
function* referencesOf(held: Json): Generator<string> {
  const open: Json[] = [held];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    const reference = decodeReference(getString(value, "$ref") ?? "");
    if (reference !== undefined) yield reference;
    if (isList(value)) open.push(...value);
    else if (isObject(value)) open.push(...Object.values(value));
  }
}
