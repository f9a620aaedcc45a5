import { pointerOf } from "@wirepact/runtime";
import { Findings, quote } from "../diagnostics.ts";
import { get, getString, isObject, type Json, type JsonObject } from "../json.ts";
import { aroundPointer, moved } from "../moves.ts";
import { decodeReference, encodeReference, valueAt } from "../reference.ts";
import { isDialect2020 } from "../schemaFormat.ts";
import { Evaluator, type Follow } from "./evaluated.ts";
import { withInner } from "./innerSchemas.ts";
import { MAX_DEPTH } from "./newerKeywords.ts";
import { checkOlderWords } from "./olderWords.ts";
import { DEFINITIONS, pointerFrom, type Resource, resourceAt } from "./resource.ts";
import { reword } from "./reword.ts";

/** Where something stands in the translated document, and where it was written. */
interface Stand {
  readonly place: string;
  readonly origin: string;
}

/** Schemas of a document that are written in 2020-12, in draft-07; references in them by where their targets were written. */
export class Translation {
  readonly findings = new Findings();
  /** Where a part was written, by where it stands now. */
  readonly #origins = new Map<string, string>();
  readonly #places = new Map<string, string>();
  readonly #document: JsonObject;
  readonly #resources: ReadonlyMap<string, Resource>;
  readonly #follows = new Map<Resource, Follow>();
  readonly #evaluator = new Evaluator();
  /** Local definitions that something refers to, by where they were written. */
  readonly #needed = new Map<string, Resource>();

  /** `pointers` are those of whole schemas. */
  constructor(document: JsonObject, pointers: Iterable<string>) {
    this.#document = document;
    const known = [...pointers].map((pointer) => [pointer, resourceAt(valueAt(document, pointer) ?? true, pointer)] as const);
    this.#resources = new Map([["", { root: document, pointer: "", anchors: new Map(), definitions: new Map() }], ...known]);
  }

  /** Where something of the translated document was written. */
  originOf(pointer: string): string {
    return moved(this.#origins, pointer);
  }

  /** Where something that was written stands in the translated document. */
  placeOf(pointer: string): string {
    return moved(this.#places, pointer);
  }

  /** The schema that was written at a pointer, as it shall stand at another. */
  translate(pointer: string, place: string): Json {
    this.#move(pointer, place);
    return this.#translate(valueAt(this.#document, pointer) ?? true, { place, origin: pointer }, this.#resourceOf(pointer), 0);
  }

  /** Local definitions that are referred to, as schemas with names, each with where it was written. */
  *definitions(): Generator<{ readonly name: string; readonly pointer: string; readonly schema: Json }> {
    for (const [pointer, resource] of this.#needed) {
      const name = resource.definitions.get(pointer)?.name ?? "";
      yield { name, pointer, schema: this.translate(pointer, pointerOf(["components", "schemas", name])) };
    }
  }

  #move(pointer: string, place: string): void {
    if (!this.#origins.has(place)) this.#origins.set(place, pointer);
    this.#places.set(pointer, place);
  }

  #translate(schema: Json, { place, origin }: Stand, resource: Resource, depth: number): Json {
    if (!isObject(schema) || depth > MAX_DEPTH) return schema;
    checkOlderWords(schema, origin, this.findings);
    const wording = reword(this.#declared(schema, origin, resource), this.#followOf(resource), this.#evaluator);
    for (const [now, then] of wording.origins) this.#origins.set(place + now, origin + then);
    for (const [then, now] of wording.places) this.#places.set(origin + then, place + now);
    const inner = (name: string, held: Json) => {
      const at = this.#below({ place, origin }, `/${name}`);
      return withInner(name, held, (one, step) => this.#translate(one, this.#below(at, step), resource, depth + 1));
    };
    return Object.fromEntries(Object.entries(wording.schema).map(([name, held]) => [name, inner(name, held)]));
  }

  #below({ place, origin }: Stand, step: string): Stand {
    return { place: place + step, origin: this.#origins.get(place + step) ?? origin + step };
  }

  /** A schema without what it says of itself as a part of a document, and its reference by the document's pointer. */
  #declared(schema: JsonObject, origin: string, resource: Resource): JsonObject {
    const { $schema, $id, $anchor: _, ...rest } = schema;
    const words = Object.entries(rest).filter(([name]) => !DEFINITIONS.some((one) => one === name));
    if ($schema !== undefined && !isDialect2020(String($schema))) {
      const text = `this schema is JSON Schema 2020-12 by its schemaFormat, or by the schema around it, and $schema says ${quote($schema)}; make both the same`;
      this.findings.error(`${origin}/$schema`, "unsupported-schema", text);
    }
    // What a schema inside another calls itself changes what its references mean: whoever reads on refuses it.
    const id = $id === undefined || schema === resource.root ? {} : { $id };
    const reference = getString(rest, "$ref");
    const named = reference === undefined ? {} : { $ref: this.#referTo(reference, resource) };
    return { ...Object.fromEntries(words), ...id, ...named };
  }

  #referTo(reference: string, resource: Resource): string {
    const pointer = pointerFrom(resource, reference);
    if (pointer === undefined || valueAt(this.#document, pointer) === undefined) return reference;
    const { definitions, pointer: home } = this.#resourceOf(pointer);
    const definition = firstAround(pointer, definitions);
    if (definition !== undefined) this.#needed.set(definition, this.#resources.get(home) ?? resource);
    return pointer === decodeReference(reference) ? reference : encodeReference(pointer);
  }

  #resourceOf(pointer: string): Resource {
    const home = firstAround(pointer, this.#resources) ?? "";
    return this.#resources.get(home) ?? resourceAt(this.#document, "");
  }

  #followOf(resource: Resource): Follow {
    const known = this.#follows.get(resource);
    const follow: Follow = known ?? ((reference) => this.#follow(reference, resource));
    this.#follows.set(resource, follow);
    return follow;
  }

  #follow(reference: string, resource: Resource): ReturnType<Follow> {
    const pointer = pointerFrom(resource, reference);
    const target = pointer === undefined ? undefined : valueAt(this.#document, pointer);
    if (pointer === undefined || target === undefined) return undefined;
    const isWrapper = getString(target, "schemaFormat") !== undefined && get(target, "schema") !== undefined;
    const whole = isWrapper ? `${pointer}/schema` : pointer;
    return { schema: valueAt(this.#document, whole) ?? true, follow: this.#followOf(this.#resourceOf(whole)) };
  }
}

/** The innermost of some places that a pointer is at or in. */
function firstAround(pointer: string, places: ReadonlyMap<string, unknown>): string | undefined {
  for (const around of aroundPointer(pointer)) if (places.has(around)) return around;
  return undefined;
}
