import { pointerOf } from "@wirepact/runtime";
import { getObject, getStrings, type Json, type JsonObject } from "../../json.ts";
import { omit } from "../edit.ts";
import { rulesText, type SchemaChange, type SchemaKind } from "../schemaChange.ts";

/** A property that is required need not be there. */
export const dropRequired: SchemaKind = (schema) =>
  getStrings(schema, "required").map((name) => ({
    at: pointerOf(["required", name]),
    text: `may come without ${name}`,
    schema: { ...schema, required: getStrings(schema, "required").filter((other) => other !== name) },
  }));

/** A property that need not be there is required. */
export const addRequired: SchemaKind = (schema) => {
  const required = getStrings(schema, "required");
  return Object.keys(getObject(schema, "properties"))
    .filter((name) => !required.includes(name))
    .map((name) => ({
      at: pointerOf(["required", name]),
      text: `must have ${name}`,
      schema: { ...schema, required: [...required, name] },
    }));
};

/** A property is not described, and so may hold anything. */
export const dropProperty: SchemaKind = (schema) =>
  Object.keys(getObject(schema, "properties")).map((name) => ({
    at: pointerOf(["properties", name]),
    text: `knows no ${name}`,
    schema: {
      ...schema,
      properties: omit(getObject(schema, "properties"), name),
      ...("required" in schema ? { required: getStrings(schema, "required").filter((other) => other !== name) } : {}),
    },
  }));

/** Two properties have each other's schemas: each one and the next that differs. */
export const swapFields: SchemaKind = (schema) => {
  const properties = Object.entries(getObject(schema, "properties"));
  return properties.flatMap(([name, held], index) => {
    const other = properties.slice(index + 1).find(([, theirs]) => rulesText(theirs) !== rulesText(held));
    return other === undefined ? [] : [swapped(schema, [name, held], other)];
  });
};

function swapped(schema: JsonObject, [name, held]: [string, Json], [other, theirs]: [string, Json]): SchemaChange {
  const properties = { ...getObject(schema, "properties"), [name]: theirs, [other]: held };
  return {
    at: pointerOf(["properties", name]),
    what: other,
    text: `has ${name} and ${other} the wrong way round`,
    schema: { ...schema, properties },
  };
}
