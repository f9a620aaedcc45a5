import { pointerSteps } from "@wirepact/runtime";
import { get, getList, getString, getStrings, type Json } from "../../json.ts";
import type { Contract } from "../../model/contract.ts";
import { schemaAt } from "../../model/frame.ts";
import { keywords } from "../../model/keywords.ts";
import { follow } from "../../reference.ts";
import { wordsOf } from "../casing.ts";
import { listed } from "../listed.ts";
import { calledName, type Place, shownPlace } from "../place.ts";
import type { LintRule } from "../rule.ts";

/** Sets that people know to be whole, by the last word of their name. */
const WHOLE: ReadonlySet<string> = new Set(["severity", "level", "direction", "weekday", "month", "unit", "priority"]);

/** Readers in the field survive a new value. */
export const closedEnum: LintRule = {
  level: "warning",
  title: "A closed set of values in what a server sends",
  explanation:
    'Clients that are deployed refuse a message whose value their `enum` does not list: the day the server sends a new one, each of them fails until it is updated. Write a set that may grow as an open one (`open(["a", "b"])` of wirepact/define, in AsyncAPI `anyOf` of the enum and `type: string`): types still offer the known values, and readers take others. What is closed by its nature stays an enum: ignore the rule there and say why. Not meant are sets of two, levels, severities and the like; discriminators, states of machines, ends of streams and codes of errors, which the contract needs closed.',
  *check({ contract, places }) {
    const needed = neededClosed(contract);
    const open = new Set(places.flatMap(branchesBesideText));
    for (const place of places) {
      const values = closedValues(place.schema);
      const { property, owner, schema } = place;
      if (values.length < 3 || !owner.from.has("server") || open.has(schema)) continue;
      if (needed.has(property?.schema ?? schema) || WHOLE.has(wordsOf(calledName(place)).at(-1) ?? "")) continue;
      const text = `${shownPlace(place)} is closed to ${listed(values)}: clients in use refuse the next value that a server adds; let it take any string beside them (open)`;
      yield { pointer: place.pointer, text };
    }
  },
};

/** The strings that a schema lists, as an enum or as a union of constants. */
function closedValues(schema: Json): readonly string[] {
  const branches = ["anyOf", "oneOf"].flatMap((name) => getList(schema, name));
  const constants = branches.flatMap((branch) => getString(branch, "const") ?? []);
  const isWhole = branches.every((branch) => typeof get(branch, "const") === "string" || get(branch, "type") === "null");
  return isWhole && constants.length > 0 ? constants : getStrings(schema, "enum");
}

/** The branches of a union that takes any string as well. */
function branchesBesideText({ schema }: Place): readonly Json[] {
  const branches = ["anyOf", "oneOf"].flatMap((name) => getList(schema, name));
  return branches.some(isAnyText) ? branches : [];
}

function isAnyText(schema: Json): boolean {
  const rules = typeof schema === "object" && schema !== null ? Object.keys(schema).filter(isRule) : [];
  return get(schema, "type") === "string" && rules.length === 1;
}

function isRule(name: string): boolean {
  return keywords.get(name)?.annotation !== true;
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
