import { get, getList, getObject, isList, isObject, type Json, type JsonObject } from "../json.ts";
import { follow } from "./references.ts";

/** What is said of a value: the properties that it may have as an object, and its types, where that is certain. */
export interface Description {
  readonly properties: JsonObject;
  readonly types: readonly Json[];
}

const BRANCHES = ["allOf", "anyOf", "oneOf"];

const NOTHING: Description = { properties: {}, types: [] };

/** What schemas of a document say of their values, through references. Each schema is looked into once: a contract may lead to one in endlessly many ways. */
export class Descriptions {
  readonly #document: JsonObject;
  readonly #known = new Map<Json, Description>();

  constructor(document: JsonObject) {
    this.#document = document;
  }

  /** What the branches of allOf, anyOf and oneOf say of a schema's values. */
  within(schema: JsonObject): Description {
    if (!BRANCHES.some((name) => name in schema)) return NOTHING;
    const all = getList(schema, "allOf").map((branch) => this.#of(branch));
    const unions = ["anyOf", "oneOf"].map((name) => united(getList(schema, name).map((branch) => this.#of(branch))));
    const parts = [...unions, ...all];
    return {
      properties: Object.fromEntries(parts.flatMap(({ properties }) => Object.entries(properties))),
      types: parts.find(({ types }) => types.length > 0)?.types ?? [],
    };
  }

  #of(schema: Json): Description {
    const target = follow(this.#document, schema, "")?.value;
    if (!isObject(target)) return NOTHING;
    const known = this.#known.get(target);
    if (known !== undefined) return known;
    this.#known.set(target, NOTHING);
    const description = this.#describe(target);
    this.#known.set(target, description);
    return description;
  }

  #describe(schema: JsonObject): Description {
    const within = this.within(schema);
    const type = get(schema, "type");
    const properties = { ...within.properties, ...getObject(schema, "properties") };
    if (type === undefined) return { properties, types: within.types };
    return { properties, types: isList(type) ? type : [type] };
  }
}

/** What is certain of a union: the properties that all of its branches describe. */
function united(branches: readonly Description[]): Description {
  const [first = NOTHING, ...others] = branches;
  const names = Object.keys(first.properties).filter((name) => others.every(({ properties }) => Object.hasOwn(properties, name)));
  const propertyOf = (name: string): Json => ({ anyOf: branches.map(({ properties }) => get(properties, name) ?? true) });
  const isCertain = branches.every(({ types }) => types.length > 0);
  return {
    properties: Object.fromEntries(names.map((name) => [name, propertyOf(name)])),
    types: isCertain ? [...new Set(branches.flatMap(({ types }) => types))] : [],
  };
}
