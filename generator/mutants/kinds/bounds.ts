import type { Json, JsonObject } from "../../json.ts";
import { omit } from "../edit.ts";
import type { SchemaChange, SchemaKind } from "../schemaChange.ts";

/** Which way a bound is moved to let more in. */
const LOOSER: ReadonlyMap<string, 1 | -1> = new Map([
  ["minimum", -1],
  ["maximum", 1],
  ["exclusiveMinimum", -1],
  ["exclusiveMaximum", 1],
  ["minLength", -1],
  ["maxLength", 1],
  ["minItems", -1],
  ["maxItems", 1],
  ["minProperties", -1],
  ["maxProperties", 1],
]);

/** Rules about the value alone that have no number to move. */
const WHOLE: readonly string[] = [
  "pattern",
  "format",
  "contentEncoding",
  "uniqueItems",
  "multipleOf",
  "contains",
  "propertyNames",
];

/** The bound that takes its limit in, or leaves it out. */
const OTHER_SIDE: ReadonlyMap<string, string> = new Map([
  ["minimum", "exclusiveMinimum"],
  ["maximum", "exclusiveMaximum"],
  ["exclusiveMinimum", "minimum"],
  ["exclusiveMaximum", "maximum"],
]);

/** A bound is gone, or lets one more in. */
export const loosenBound: SchemaKind = (schema) =>
  Object.entries(schema).flatMap(([name, held]) => {
    const way = LOOSER.get(name);
    if (way === undefined) return WHOLE.includes(name) ? [dropped(schema, name)] : [];
    const moved = Number(held) + way * stepOf(schema);
    return [
      dropped(schema, name),
      ...movedTo(schema, name, moved, "looser"),
      ...(name.startsWith("excl") ? turned(schema, name, held) : []),
    ];
  });

/** A bound lets one less in. */
export const tightenBound: SchemaKind = (schema) =>
  Object.entries(schema).flatMap(([name, held]) => {
    const way = LOOSER.get(name);
    if (name === "multipleOf") return movedTo(schema, name, Number(held) * 2, "tighter");
    if (way === undefined) return [];
    return [
      ...movedTo(schema, name, Number(held) - way * stepOf(schema), "tighter"),
      ...(name.startsWith("excl") ? [] : turned(schema, name, held)),
    ];
  });

/** A pattern is held to the beginning or the end of the text no longer. */
export const openPattern: SchemaKind = (schema) => {
  const pattern = schema["pattern"];
  if (typeof pattern !== "string") return [];
  const open = [pattern.replace(/^\^/, ""), pattern.replace(/(?<!\\)\$$/, "")].filter((one) => one !== pattern);
  return open.map((one) => ({ at: "/pattern", what: one, text: `must match ${one}`, schema: { ...schema, pattern: one } }));
};

function dropped(schema: JsonObject, name: string): SchemaChange {
  return { at: `/${name}`, text: `has no ${name}`, schema: omit(schema, name) };
}

function movedTo(schema: JsonObject, name: string, to: number, what: string): SchemaChange[] {
  if (/(Length|Items|Properties)$/.test(name) && to < 0) return [];
  return [{ at: `/${name}`, what, text: `has ${name} ${to}`, schema: { ...schema, [name]: to } }];
}

function turned(schema: JsonObject, name: string, held: Json): SchemaChange[] {
  const other = OTHER_SIDE.get(name);
  return other === undefined
    ? []
    : [{ at: `/${name}`, what: other, text: `has ${other} ${held}`, schema: { ...omit(schema, name), [other]: held } }];
}

/** The distance from one value to the next. */
function stepOf({ multipleOf }: JsonObject): number {
  return typeof multipleOf === "number" ? multipleOf : 1;
}
