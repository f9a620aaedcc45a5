import { get, getList, getObject, getStrings, isObject, type Json, type JsonObject } from "../../generator/json.ts";

/** The properties of a value that a schema evaluated; undefined where it refuses the value. */
type Evaluated = ReadonlySet<string> | undefined;

const NOTHING: Evaluated = new Set();

/**
 * What the specification says of closed objects, read once more and as simply as it can be: ajv forgets properties that were
 * evaluated, or remembers those of a branch that failed, where references, conditions or dependentSchemas meet alternatives.
 */
export function admits(root: JsonObject, value: Json): boolean {
  return evaluate(root, value) !== undefined;

  function evaluate(schema: Json, here: Json): Evaluated {
    if (!isObject(schema)) return schema === false ? undefined : NOTHING;
    const parts: Evaluated[] = [own(schema, here), ...inPlace(schema, here)];
    if (parts.some((part) => part === undefined)) return undefined;
    const evaluated = new Set(parts.flatMap((part) => [...(part ?? [])]));
    const rule = get(schema, "unevaluatedProperties");
    if (rule === undefined || !isObject(here)) return evaluated;
    const others = Object.keys(here).filter((name) => !evaluated.has(name));
    const isFine = others.every((name) => evaluate(rule, here[name] ?? null) !== undefined);
    return isFine ? new Set([...evaluated, ...others]) : undefined;
  }

  function own(schema: JsonObject, here: Json): Evaluated {
    if ("const" in schema && schema["const"] !== here) return undefined;
    if (schema["type"] === "string" && typeof here !== "string") return undefined;
    if (schema["type"] === "integer" && typeof here !== "number") return undefined;
    if (!isObject(here)) return NOTHING;
    if (getStrings(schema, "required").some((name) => !(name in here))) return undefined;
    const present = Object.entries(getObject(schema, "properties")).filter(([name]) => name in here);
    const isFine = present.every(([name, inner]) => evaluate(inner, here[name] ?? null) !== undefined);
    return isFine ? new Set(present.map(([name]) => name)) : undefined;
  }

  function inPlace(schema: JsonObject, here: Json): Evaluated[] {
    const [all, any, one] = ["allOf", "anyOf", "oneOf"].map((name) =>
      getList(schema, name).map((inner) => evaluate(inner, here)),
    );
    const found: Evaluated[] = [...(all ?? [])];
    if ("anyOf" in schema) found.push(...atLeast(any ?? [], Infinity));
    if ("oneOf" in schema) found.push(...atLeast(one ?? [], 1));
    if ("$ref" in schema) found.push(evaluate(getObject(getObject(root, "$defs"), "Base"), here));
    if ("not" in schema) found.push(evaluate(schema["not"] ?? true, here) === undefined ? NOTHING : undefined);
    if ("if" in schema) found.push(...condition(schema, here));
    const asked = Object.entries(getObject(schema, "dependentSchemas")).filter(([name]) => isObject(here) && name in here);
    return [...found, ...asked.map(([, inner]) => evaluate(inner, here))];
  }

  function condition(schema: JsonObject, here: Json): Evaluated[] {
    const held = evaluate(schema["if"] ?? true, here);
    return held === undefined ? [evaluate(schema["else"] ?? true, here)] : [held, evaluate(schema["then"] ?? true, here)];
  }
}

/** Those of some alternatives that hold, if any does, and not more than may. */
function atLeast(alternatives: readonly Evaluated[], most: number): Evaluated[] {
  const held = alternatives.filter((one) => one !== undefined);
  return held.length === 0 || held.length > most ? [undefined] : held;
}
