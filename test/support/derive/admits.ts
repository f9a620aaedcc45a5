import { isObject, type Json } from "../../../generator/json.ts";
import type { Type } from "../../../generator/model/type.ts";

/** The types that references name. */
export type Types = ReadonlyMap<string, Type>;

/** Whether TypeScript lets a variable of a type hold a JSON value. Properties that an object type does not name are let in. */
export function admits(type: Type, value: Json, types: Types): boolean {
  switch (type.kind) {
    case "any":
      return true;
    case "never":
      return false;
    case "null":
      return value === null;
    case "bytes":
    case "openEnum":
      return typeof value === "string";
    case "boolean":
    case "string":
    case "number":
      return typeof value === type.kind;
    case "literal":
      return value === type.value;
    case "list":
      return Array.isArray(value) && value.every((item) => admits(type.item, item, types));
    case "tuple":
      return Array.isArray(value) && admitsTuple(type, value, types);
    case "object":
      return isObject(value) && admitsObject(type, value, types);
    case "union":
      return type.members.some((member) => admits(member, value, types));
    case "intersection":
      return type.members.every((member) => admits(member, value, types));
    case "reference": {
      const named = types.get(type.identifier);
      return named !== undefined && admits(named, value, types);
    }
  }
}

function admitsTuple({ items, required, rest }: Extract<Type, { kind: "tuple" }>, list: readonly Json[], types: Types): boolean {
  if (list.length < required || (rest === null && list.length > items.length)) return false;
  return list.every((item, index) => admits(items[index] ?? rest ?? { kind: "never" }, item, types));
}

/** An index signature speaks of every property, the named ones included. */
function admitsObject(
  { fields, others }: Extract<Type, { kind: "object" }>,
  value: Readonly<Record<string, Json>>,
  types: Types,
) {
  const fit = fields.every(({ name, required, type }) => {
    const held = Object.hasOwn(value, name) ? value[name] : undefined;
    return held === undefined ? !required : admits(type, held, types);
  });
  return fit && (others === null || Object.values(value).every((held) => admits(others, held, types)));
}
