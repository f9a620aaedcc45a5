import { escapeStep } from "@wirepact/runtime";
import { get, getList, getObject, isObject, type Json, type JsonObject } from "../json.ts";
import { type Evaluated, type Evaluator, type Follow, isDynamic, ownOf } from "./evaluated.ts";

/** Something that is evaluated where a schema holds for the same value. */
export interface Condition {
  readonly schema: Json;
  /** Where that was written, below the schema around. */
  readonly origin: string;
  readonly evaluated: Evaluated;
}

/** What a schema evaluates for certain, and what besides, on conditions. */
export interface Conditional {
  readonly certain: Evaluated;
  readonly conditions: readonly Condition[];
}

/** Tells what of a schema's evaluation depends on its value, and on what; undefined where that cannot be told. */
export function conditionsOf(schema: JsonObject, follow: Follow, evaluator: Evaluator): Conditional | undefined {
  const found: (Condition | undefined)[] = [];
  const parts: (Evaluated | undefined)[] = [];
  look(schema, "");
  const certain = evaluator.together(parts);
  const conditions = found.filter((condition) => condition !== undefined);
  return certain === undefined || conditions.length < found.length ? undefined : { certain, conditions };

  function look(here: Json, origin: string): void {
    if (!isObject(here)) return;
    parts.push(isDynamic(here) ? undefined : ownOf(here), evaluator.ofReference(here, follow));
    for (const [when, pointer, branch] of branches(here, origin)) {
      const evaluated = evaluator.of(branch, follow);
      found.push(evaluated && { schema: when, origin: pointer, evaluated });
    }
    for (const [index, branch] of getList(here, "allOf").entries()) look(branch, `${origin}/allOf/${index}`);
  }
}

type Branch = readonly [when: Json, origin: string, branch: Json];

/** Schemas that judge the same value and need not hold, each with what must hold for it to have been passed. */
function* branches(schema: JsonObject, origin: string): Generator<Branch> {
  for (const name of ["anyOf", "oneOf"])
    for (const [index, branch] of getList(schema, name).entries()) yield [branch, `${origin}/${name}/${index}`, branch];
  for (const [name, branch] of Object.entries(getObject(schema, "dependentSchemas")))
    yield [{ type: "object", required: [name] }, `${origin}/dependentSchemas/${escapeStep(name)}`, branch];
  const condition = get(schema, "if");
  if (condition === undefined) return;
  yield [condition, `${origin}/if`, condition];
  yield [condition, `${origin}/if`, get(schema, "then") ?? true];
  yield [{ not: condition }, `${origin}/if`, get(schema, "else") ?? true];
}
