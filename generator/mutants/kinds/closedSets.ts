import { pointerOf } from "@wirepact/runtime";
import { UNLISTED } from "../../fixtures/trials/closedSets.ts";
import { get, getList, type Json } from "../../json.ts";
import { omit, withoutItem } from "../edit.ts";
import type { SchemaKind } from "../schemaChange.ts";

/** A value of a closed set is not in it. */
export const dropEnumValue: SchemaKind = (schema) => {
  const values = getList(schema, "enum");
  if (values.length < 2) return [];
  return values.map((value, index) => ({
    at: pointerOf(["enum", String(index)]),
    what: shown(value),
    text: `may not be ${JSON.stringify(value)}`,
    schema: { ...schema, enum: withoutItem(values, index) },
  }));
};

/** A closed set has a value more, or is none. */
export const addEnumValue: SchemaKind = (schema) => {
  const values = getList(schema, "enum");
  if (values.length === 0) return [];
  return [
    { at: "/enum", text: "may be any value of its type", schema: omit(schema, "enum") },
    {
      at: "/enum",
      what: "more",
      text: "may be a value that is not listed",
      schema: { ...schema, enum: [...values, another(values)] },
    },
  ];
};

/** A constant is another, or none. */
export const changeConst: SchemaKind = (schema) => {
  const constant = get(schema, "const");
  if (constant === undefined) return [];
  return [
    { at: "/const", text: "may be any value of its type", schema: omit(schema, "const") },
    {
      at: "/const",
      what: "other",
      text: `must not be ${JSON.stringify(constant)} but another`,
      schema: { ...schema, const: another([constant]) },
    },
    {
      at: "/const",
      what: "more",
      text: "may be another value, too",
      schema: { ...omit(schema, "const"), enum: [constant, another([constant])] },
    },
  ];
};

/** A value of the type of some, and none of them. */
function another(values: readonly Json[]): Json {
  const numbers = values.filter((value) => typeof value === "number");
  if (numbers.length > 0) return Math.max(...numbers) + 1;
  if (typeof values[0] === "boolean") return !values[0];
  return UNLISTED;
}

function shown(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
