import fc from "fast-check";
import { isList, isObject, type Json, type JsonObject } from "../../../generator/json.ts";

/** What two schemas and their documents mention, and what is near it. */
interface Soil {
  readonly numbers: readonly number[];
  readonly words: readonly string[];
  readonly patterns: readonly string[];
  /** Values that stand in the schemas, whole. */
  readonly values: readonly Json[];
}

const FORMATTED = [
  "2024-02-29",
  "2024-01-01T00:00:00Z",
  "2024-01-01T00:00",
  "10:00:00Z",
  "a@b.de",
  "b.de",
  "1.2.3.4",
  "::1",
  "x:y",
  "1b4e28ba-2fa1-11d2-883f-0016d3cca427",
  "/a",
  "YWJj",
];

/** Random values that grow from what schemas mention: another generator than the one that looks for witnesses. */
export function grownValues(...schemas: readonly Json[]): fc.Arbitrary<Json> {
  const soil = soilOf(schemas);
  const leaf = fc.oneof(fc.constantFrom(null, true, false, ...soil.values), fc.constantFrom(...soil.numbers), texts(soil));
  const names = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom("a", "b", ...soil.words) },
    { weight: 1, arbitrary: texts(soil) },
  );
  const free = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, depthSize: "small", withCrossShrink: true },
      { weight: 3, arbitrary: leaf },
      { weight: 1, arbitrary: fc.array(tie("value"), { maxLength: 4 }) },
      { weight: 2, arbitrary: fc.dictionary(names, tie("value"), { maxKeys: 4, noNullPrototype: true }) },
    ),
  })).value;
  const fitting = schemas.filter((schema) => isObject(schema)).map((schema) => shaped(schema, free, schemas, 0));
  return fc.oneof(free, ...fitting.map((arbitrary) => ({ weight: 3, arbitrary })));
}

function texts({ words, patterns }: Soil): fc.Arbitrary<string> {
  const matching = patterns.flatMap((pattern) => matchesOf(pattern) ?? []);
  return fc.oneof(fc.constantFrom("", ...words), fc.constantFrom(...FORMATTED), fc.string({ maxLength: 8 }), ...matching);
}

/** Not every expression can be grown from. */
function matchesOf(pattern: string): fc.Arbitrary<string> | undefined {
  try {
    return fc.stringMatching(new RegExp(pattern, "u"));
  } catch {
    return undefined;
  }
}

/** Values that have the shape which a schema describes, filled by what grows freely; its rules are not asked. */
function shaped(schema: JsonObject, free: fc.Arbitrary<Json>, documents: readonly Json[], depth: number): fc.Arbitrary<Json> {
  const inner = (held: Json | undefined) =>
    isObject(held) && depth < 4 ? fc.oneof({ weight: 3, arbitrary: shaped(held, free, documents, depth + 1) }, free) : free;
  const { properties, items, prefixItems, additionalProperties, $ref } = schema;
  const shapes: fc.Arbitrary<Json>[] = [];
  if (isObject(properties)) shapes.push(objects(properties, additionalProperties, inner));
  else if (isObject(additionalProperties))
    shapes.push(fc.dictionary(fc.constantFrom("a", "b", "c"), inner(additionalProperties), { noNullPrototype: true }));
  const places = isList(prefixItems) ? prefixItems : isList(items) ? items : undefined;
  if (places !== undefined)
    shapes.push(fc.tuple(...places.map(inner)).chain((list) => fc.constantFrom<Json>(list, [...list, 1], list.slice(1))));
  else if (isObject(items)) shapes.push(fc.array(inner(items), { maxLength: 3 }));
  for (const keyword of ["anyOf", "oneOf", "allOf"])
    for (const branch of [schema[keyword] ?? []].flat())
      if (isObject(branch) && depth < 4) shapes.push(shaped(branch, free, documents, depth + 1));
  if (typeof $ref === "string" && depth < 5)
    for (const target of targets($ref, documents)) shapes.push(shaped(target, free, documents, depth + 1));
  return shapes.length === 0 ? free : fc.oneof(...shapes);
}

function objects(
  properties: JsonObject,
  others: Json | undefined,
  inner: (held: Json | undefined) => fc.Arbitrary<Json>,
): fc.Arbitrary<Json> {
  const named = Object.fromEntries(Object.entries(properties).map(([name, held]) => [name, inner(held)]));
  const known = fc.record(named, { requiredKeys: [], noNullPrototype: true });
  const strangers = fc.dictionary(fc.constantFrom("x", "y"), inner(others), { maxKeys: 1, noNullPrototype: true });
  return fc.tuple(known, known, strangers).map(([one, other, more]) => ({ ...more, ...one, ...other }) as JsonObject);
}

function targets(reference: string, documents: readonly Json[]): JsonObject[] {
  const name = reference.split("/").at(-1) ?? "";
  const found = documents.flatMap((document) =>
    [...every(document)].flatMap((value) => (isObject(value) && Object.hasOwn(value, name) ? [value[name] ?? null] : [])),
  );
  return found.filter((value) => isObject(value));
}

function soilOf(schemas: readonly Json[]): Soil {
  const all = schemas.flatMap((schema) => [...every(schema)]);
  const numbers = all.filter((value) => typeof value === "number");
  const words = all.filter((value) => typeof value === "string");
  const keys = all.flatMap((value) => (isObject(value) ? Object.keys(value) : []));
  const lengths = numbers.filter((number) => Number.isInteger(number) && number >= 0 && number < 50);
  const long = lengths.flatMap((length) => [Math.max(0, length - 1), length, length + 1].map((count) => "a".repeat(count)));
  const values = all.flatMap((value) => (isObject(value) ? [value["const"] ?? null, ...[value["enum"] ?? []].flat()] : []));
  return {
    numbers: [0, 1, ...numbers.flatMap((number) => [number, -number, number + 1, number - 1, number + 0.5, number * 2])],
    words: [...new Set([...words, ...keys, ...long])],
    patterns: [...words, ...keys].filter((word) => /[\^$[\\]/.test(word)),
    values,
  };
}

function* every(value: Json): Generator<Json> {
  yield value;
  const inner: readonly Json[] = isList(value) ? value : isObject(value) ? Object.values(value) : [];
  for (const item of inner) yield* every(item);
}
