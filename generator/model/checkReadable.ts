import { type Direction, escapeStep, type Match } from "@wirepact/runtime";
import { type Findings, quote } from "../diagnostics.ts";
import { get, getList, getStrings, isList, isObject, type Json, type JsonObject } from "../json.ts";
import { follow } from "./references.ts";

/** A message as far as finding it needs it. */
interface Matched {
  readonly name: string;
  readonly from: readonly Direction[];
  readonly match: Match;
  readonly frame: Json;
  readonly pointer: string;
}

/** Finds messages without a constant that no frame would be read as: readers then ask an object for its properties. */
export function checkReadable(
  document: JsonObject,
  messages: readonly Matched[],
  discriminators: Readonly<Record<Direction, readonly string[]>>,
  findings: Findings,
): void {
  for (const { name, match, from, frame, pointer } of messages) {
    if (match.kind !== "shape") continue;
    const places = new Set(from.flatMap((direction) => discriminators[direction]));
    const blocking = match.required.find((key) => places.has(`/${escapeStep(key)}`));
    const types = typesOf(document, frame, new Set());
    if (types !== undefined && !types.has("object")) {
      const what = types.size === 0 ? "admits no value" : `is of the type ${[...types].join(" or ")}`;
      const text = `no frame is read as ${quote(name)}: its payload ${what}, and readers tell a message by the properties of an object, or by a constant (string, number or boolean) in an object or a tuple; wrap it in one`;
      findings.error(pointer, "unreadable-message", text);
    } else if (blocking !== undefined) {
      const text = `no frame is read as ${quote(name)}: it requires ${quote(blocking)}, where readers look for a constant, and has none there (a string, number or boolean, or an enum of them); give it one, or a message for each value`;
      findings.error(pointer, "unreadable-message", text);
    }
  }
}

/** The types of the values that a schema admits; undefined where it does not say. */
function typesOf(document: JsonObject, schema: Json, seen: Set<Json>): ReadonlySet<string> | undefined {
  const target = follow(document, schema, "")?.value ?? true;
  if (target === false) return new Set();
  if (!isObject(target) || seen.has(target)) return undefined;
  seen.add(target);
  const type = target["type"];
  if (typeof type === "string") return new Set([type]);
  if (isList(type)) return new Set(getStrings(target, "type"));
  const listed = "const" in target ? [get(target, "const") ?? null] : getList(target, "enum");
  if (listed.length > 0) return new Set(listed.map(typeOf));
  const taken = getList(target, "allOf").map((branch) => typesOf(document, branch, seen));
  return taken.find((types) => types !== undefined) ?? unionTypes(document, target, seen);
}

function unionTypes(document: JsonObject, schema: JsonObject, seen: Set<Json>): ReadonlySet<string> | undefined {
  for (const union of ["oneOf", "anyOf"]) {
    const branches = getList(schema, union).map((branch) => typesOf(document, branch, seen));
    const known = branches.filter((types) => types !== undefined);
    if (known.length > 0 && known.length === branches.length) return new Set(known.flatMap((types) => [...types]));
  }
  return undefined;
}

function typeOf(value: Json): string {
  if (value === null) return "null";
  return isList(value) ? "array" : typeof value;
}
