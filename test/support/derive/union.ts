import { get, getList, getObject, type Json, type JsonObject } from "../../../generator/json.ts";
import { follow } from "../../../generator/model/references.ts";

/** The alternatives of a schema that is a union. */
export interface Union {
  readonly branches: readonly Json[];
  /** What a path says of an alternative: its number where several are objects, else nothing. */
  readonly label: (index: number) => string;
  /** The property whose value tells the alternatives apart, where one does. */
  readonly decider: string | undefined;
}

/** Reads a union. Branches that only ask for a property's presence describe no value of their own, and are left out. */
export function unionOf(document: JsonObject, schema: Json): Union {
  const all = [...getList(schema, "anyOf"), ...getList(schema, "oneOf")].filter(describesValue);
  const branches = all.map((branch) => follow(document, branch, "")?.value ?? true);
  const several = branches.filter((branch) => get(branch, "type") === "object").length > 1;
  return { branches, label: (index) => (several ? `{${index}}` : ""), decider: several ? deciderOf(branches) : undefined };
}

function describesValue(branch: Json): boolean {
  return ["type", "const", "enum", "$ref"].some((keyword) => get(branch, keyword) !== undefined);
}

function deciderOf(branches: readonly Json[]): string | undefined {
  return Object.keys(getObject(branches[0], "properties")).find((name) => {
    const lists = branches.map((branch) => closedValues(get(getObject(branch, "properties"), name)));
    return lists.every((list) => list.length > 0) && new Set(lists.flat()).size === lists.flat().length;
  });
}

function closedValues(schema: Json | undefined): readonly Json[] {
  const constant = get(schema, "const");
  return constant === undefined ? getList(schema, "enum") : [constant];
}

/** What a schema asks of values other than null. */
export function withoutNull(document: JsonObject, schema: Json): Json {
  const branches = unionOf(document, schema).branches.filter((branch) => get(branch, "type") !== "null");
  return branches.length === 1 ? (branches[0] ?? schema) : schema;
}
