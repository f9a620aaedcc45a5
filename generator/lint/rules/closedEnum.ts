import { pointerSteps } from "@wirepact/runtime";
import { get, getList, isList, type Json } from "../../json.ts";
import type { Contract } from "../../model/contract.ts";
import { schemaAt } from "../../model/frame.ts";
import { follow } from "../../reference.ts";
import { wordsOf } from "../casing.ts";
import { listed } from "../listed.ts";
import { calledName, shownPlace } from "../place.ts";
import type { LintRule } from "../rule.ts";

/** Sets that people know to be whole, by the last word of their name. */
const WHOLE: ReadonlySet<string> = new Set(["severity", "level", "direction", "weekday", "month", "unit", "priority"]);

/** Readers in the field survive a new value. */
export const closedEnum: LintRule = {
  level: "warning",
  title: "A closed set of values in what a server sends",
  explanation:
    'Clients that are deployed refuse a message whose value their `enum` does not list: the day the server sends a new one, each of them fails until it is updated. Write a set that may grow as an open one (`open(["a", "b"])` of wirepact/define, in AsyncAPI `anyOf` of the enum and `type: string`, or of numbers and `type: integer`): types still offer the known values, and readers take others. What is closed by its nature stays an enum: ignore the rule there and say why. Not meant are sets of two, levels, severities and the like; discriminators, states of machines, ends of streams and codes of errors, which the contract needs closed.',
  *check({ contract, places }) {
    const needed = neededClosed(contract);
    const open = new Set(places.flatMap(({ schema }) => openBranches(contract, schema)));
    for (const place of places) {
      const values = closedValues(place.schema);
      const { property, owner, schema } = place;
      if (values.length < 3 || !owner.from.has("server") || open.has(schema)) continue;
      if (needed.has(property?.schema ?? schema) || WHOLE.has(wordsOf(calledName(place)).at(-1) ?? "")) continue;
      const other = values.every((value) => typeof value === "string") ? "string beside them (open)" : "integer beside them";
      const text = `${shownPlace(place)} is closed to ${listed(values)}: clients in use refuse the next value that a server adds; let it take any ${other}`;
      yield { pointer: place.pointer, text };
    }
  },
};

/** The strings and the integers that a schema lists, as an enum or as a union of constants. */
function closedValues(schema: Json): readonly (string | number)[] {
  const branches = branchesOf(schema);
  const constants = branches.flatMap((branch) => get(branch, "const") ?? []).filter(isName);
  const isWhole = branches.every((branch) => isName(get(branch, "const")) || get(branch, "type") === "null");
  return isWhole && constants.length > 0 ? constants : getList(schema, "enum").filter(isName);
}

function isName(value: Json | undefined): value is string | number {
  return typeof value === "string" || Number.isInteger(value);
}

function branchesOf(schema: Json): readonly Json[] {
  return ["anyOf", "oneOf"].flatMap((name) => getList(schema, name));
}

/** The branches of a union beside which another takes values of their type that nobody listed. */
function openBranches({ document }: Contract, schema: Json): readonly Json[] {
  const branches = branchesOf(schema);
  const beyond = branches.map((branch) => typesBeyondLists(follow(document, branch, "")?.value ?? branch));
  const isOpen = (value: string | number) => beyond.some((types) => types.includes(typeof value));
  return branches.filter((branch) => closedValues(branch).every(isOpen));
}

/** Of which types a schema takes values that it does not list, as JavaScript names types. */
function typesBeyondLists(schema: Json): readonly string[] {
  if (get(schema, "const") !== undefined || get(schema, "enum") !== undefined) return [];
  const type = get(schema, "type");
  return (isList(type) ? type : [type]).flatMap((one) => (one === "integer" ? "number" : typeof one === "string" ? one : []));
}

/** The schemas at places by which the contract tells things apart. */
function neededClosed({ document, messages, discriminators, session }: Contract): ReadonlySet<Json> {
  const found = new Set<Json>();
  const add = (frame: Json, pointer: string) => {
    const schema = schemaAt(document, frame, pointerSteps(pointer));
    if (schema !== undefined) found.add(schema).add(follow(document, schema, "")?.value ?? schema);
  };
  const { machines, streams, errors } = session;
  const ends = streams.flatMap((stream) => stream.ends);
  for (const { name, frame } of messages) {
    for (const pointer of [...discriminators.client, ...discriminators.server]) add(frame, pointer);
    for (const { message, state } of machines) if (message === name) add(frame, state);
    for (const { message, where } of ends) if (message === name && where !== undefined) add(frame, where.pointer);
    if (errors?.message === name && errors.code !== undefined) add(frame, errors.code.pointer);
  }
  return found;
}
