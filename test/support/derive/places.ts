import { escapeStep } from "@wirepact/runtime";
import { get, getObject, getStrings, isList, isObject, type Json, type JsonObject } from "../../../generator/json.ts";
import { follow } from "../../../generator/model/references.ts";
import { createPlainJudge, type Judge } from "./plainJudge.ts";
import { unionOf } from "./union.ts";

/** One place of a frame of which the contract says something. */
export interface Place {
  /** Where it is in this frame, as a JSON Pointer. */
  readonly pointer: string;
  /** Where it is in any frame of the message: `*` for each item, `{n}` for the alternative where a union has several objects. */
  readonly path: string;
  /** What the contract says of it, references followed. */
  readonly schema: Json;
  /** What stands there; undefined for an optional property that this frame does without. */
  readonly value: Json | undefined;
  /** Whether the object around it has to have it; false for what is no property. */
  readonly required: boolean;
  /** Whether it is the property that tells the alternatives of a union apart. */
  readonly decides: boolean;
}

type Spot = Pick<Place, "pointer" | "path" | "required" | "decides">;

const TOP: Spot = { pointer: "", path: "", required: false, decides: false };

/** Lists the places of a frame: each property, item and alternative, however deep. */
export function createPlaces(document: JsonObject): (schema: Json, frame: Json) => Place[] {
  const walk = new Walk(document);
  return (schema, frame) => [...walk.at(schema, frame, TOP)];
}

class Walk {
  readonly #document: JsonObject;
  readonly #admits: Judge;

  constructor(document: JsonObject) {
    this.#document = document;
    this.#admits = createPlainJudge(document);
  }

  *at(schema: Json, value: Json | undefined, spot: Spot): Generator<Place> {
    const target = follow(this.#document, schema, "")?.value ?? true;
    yield { ...spot, schema: target, value };
    if (value !== undefined) yield* this.#inside(target, value, spot, undefined);
  }

  *#inside(schema: Json, value: Json, spot: Spot, decider: string | undefined): Generator<Place> {
    if (isList(value)) yield* this.#items(schema, value, spot);
    if (isObject(value)) yield* this.#properties(schema, value, spot, decider);
    const union = unionOf(this.#document, schema);
    const index = union.branches.findIndex((branch) => this.#admits(branch, value));
    const branch = union.branches[index];
    if (branch === undefined) return;
    yield* this.#inside(branch, value, { ...spot, path: `${spot.path}${union.label(index)}` }, union.decider);
  }

  *#items(schema: Json, list: readonly Json[], { pointer, path }: Spot): Generator<Place> {
    const items = get(schema, "items");
    if (items === undefined) return;
    for (const [index, item] of list.entries())
      yield* this.at(items, item, { ...TOP, pointer: `${pointer}/${index}`, path: `${path}/*` });
  }

  *#properties(schema: Json, object: JsonObject, { pointer, path }: Spot, decider: string | undefined): Generator<Place> {
    const required = new Set(getStrings(schema, "required"));
    for (const [name, inner] of Object.entries(getObject(schema, "properties"))) {
      const step = `/${escapeStep(name)}`;
      const spot = {
        pointer: `${pointer}${step}`,
        path: `${path}${step}`,
        required: required.has(name),
        decides: name === decider,
      };
      yield* this.at(inner, get(object, name), spot);
    }
  }
}
