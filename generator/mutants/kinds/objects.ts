import { get, getList, isList } from "../../json.ts";
import { omit } from "../edit.ts";
import type { SchemaKind } from "../schemaChange.ts";

/** An object takes no property that it does not know. */
export const closeObject: SchemaKind = (schema) => {
  const others = get(schema, "additionalProperties");
  const isObjectSchema = [get(schema, "type") ?? []].flat().includes("object");
  if (!isObjectSchema || others === false) return [];
  return [
    {
      at: "/additionalProperties",
      text: "takes no property that it does not know",
      schema: { ...schema, additionalProperties: false },
    },
  ];
};

/** An object, or a tuple, takes more than it knows. */
export const openObject: SchemaKind = (schema) =>
  ["additionalProperties", "additionalItems"].flatMap((name) => {
    const held = get(schema, name);
    return held === undefined || held === true ? [] : [{ at: `/${name}`, text: `takes any ${name}`, schema: omit(schema, name) }];
  });

/** Items of a tuple change places, or one is missing. */
export const changeTuple: SchemaKind = (schema) => {
  const items = get(schema, "items");
  if (!isList(items) || items.length === 0) return [];
  const shorter = {
    at: "/items",
    what: "shorter",
    text: "does not know its last item",
    schema: { ...schema, items: items.slice(0, -1) },
  };
  const turned = {
    at: "/items",
    what: "turned",
    text: "has its items the wrong way round",
    schema: { ...schema, items: [...getList(schema, "items")].reverse() },
  };
  return items.length < 2 ? [shorter] : [shorter, turned];
};
