import { pointerOf } from "@wirepact/runtime";
import { getList } from "../../json.ts";
import { omit, withoutItem } from "../edit.ts";
import type { SchemaKind } from "../schemaChange.ts";

/** A union has a branch less, or all it leaves open is closed by nothing. */
export const dropBranch: SchemaKind = (schema) =>
  ["oneOf", "anyOf"].flatMap((name) => {
    const branches = getList(schema, name);
    if (branches.length < 2) return [];
    return branches.map((_, index) => ({
      at: pointerOf([name, String(index)]),
      text: `has no branch ${index} of ${name}`,
      schema: { ...schema, [name]: withoutItem(branches, index) },
    }));
  });

/** One of several things that must be so need not be: a schema of allOf, a negation, a condition. */
export const dropRule: SchemaKind = (schema) => {
  const parts = getList(schema, "allOf");
  const conditions = ["not", "then", "else"].filter((name) => name in schema);
  const unions = ["oneOf", "anyOf"].filter((name) => getList(schema, name).length > 0);
  return [
    ...parts.map((_, index) => ({
      at: pointerOf(["allOf", String(index)]),
      text: `need not keep schema ${index} of allOf`,
      schema: parts.length === 1 ? omit(schema, "allOf") : { ...schema, allOf: withoutItem(parts, index) },
    })),
    ...conditions.map((name) => ({ at: `/${name}`, text: `has no ${name}`, schema: omit(schema, name) })),
    ...unions.map((name) => ({
      at: `/${name}`,
      text: `need keep no branch of ${name}`,
      schema: omit(omit(schema, name), "discriminator"),
    })),
  ];
};
