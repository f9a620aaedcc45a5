import { type Direction, escapeStep } from "@wirepact/runtime";
import { quote } from "../diagnostics.ts";
import { getStrings, isObject, type Json, type JsonObject } from "../json.ts";
import { keywords } from "../model/keywords.ts";
import { subschemas } from "../model/subschemas.ts";

/** A message or a named schema, and who sends it. */
export interface Owner {
  readonly kind: "message" | "schema";
  readonly name: string;
  readonly from: ReadonlySet<Direction>;
  /** JSON Pointer of its schema. */
  readonly pointer: string;
}

/** A property as its object describes it. */
export interface Property {
  readonly name: string;
  readonly isRequired: boolean;
  /** What stands under its name. */
  readonly schema: JsonObject;
  readonly pointer: string;
}

/** A schema of the contract, and where it stands. */
export interface Place {
  readonly schema: JsonObject;
  /** JSON Pointer in the document. */
  readonly pointer: string;
  readonly owner: Owner;
  /** JSON Pointer in the owner's values, items as `*`. */
  readonly path: string;
  /** The property whose value this schema judges, if it is one's. */
  readonly property: Property | null;
  /** The schema of the object or list that this one is a part of; null at the root. */
  readonly around: Place | null;
}

/** Keywords whose schemas describe no value that is sent: what is excluded, asked, or a key. */
const SILENT: ReadonlySet<string> = new Set(["not", "if", "contains", "propertyNames"]);

/** A schema and every schema inside it that describes what is sent; references are not followed. */
export function* placesIn(place: Place): Generator<Place> {
  yield place;
  if ("$ref" in place.schema) return;
  for (const [name, held] of Object.entries(place.schema)) {
    const keyword = keywords.get(name);
    if (keyword === undefined || SILENT.has(name)) continue;
    for (const [step, inner] of subschemas(keyword, held)) {
      if (!isObject(inner)) continue;
      const pointer = `${place.pointer}/${name}${step}`;
      yield* placesIn(keyword.inPlace ? { ...place, schema: inner, pointer } : partOf(place, name, step, inner, pointer));
    }
  }
}

function partOf(around: Place, keyword: string, step: string, schema: JsonObject, pointer: string): Place {
  const name = step.slice(1).replaceAll("~1", "/").replaceAll("~0", "~");
  const isProperty = keyword === "properties";
  const property = isProperty ? { name, isRequired: requires(around.schema, name), schema, pointer } : null;
  return {
    schema,
    pointer,
    owner: around.owner,
    property,
    around,
    path: `${around.path}/${isProperty ? escapeStep(name) : "*"}`,
  };
}

function requires(schema: Json, name: string): boolean {
  return getStrings(schema, "required").includes(name);
}

/** What a schema is called: by its property, by that of the list that it is in, or by its own name. */
export function calledName({ property, around, owner }: Place): string {
  return property?.name ?? (around === null ? owner.name : calledName(around));
}

/** A place as texts name it: `"job_update" at /status`, or `"job_update"` for the whole of it. */
export function shownPlace({ owner, path }: Pick<Place, "owner" | "path">): string {
  const subject = `${owner.kind === "schema" ? "the schema " : ""}${quote(owner.name)}`;
  return path === "" ? subject : `${subject} at ${path.length > 200 ? `${path.slice(0, 199)}…` : path}`;
}
