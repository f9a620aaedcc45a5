import { escapeStep } from "@wirepact/runtime";
import { get, getList, getObject, isList, isObject, type Json, type JsonObject } from "../../../json.ts";
import { follow } from "../../../model/references.ts";

/** One of the schemas that may judge a value, and where it stands. */
interface Placed {
  readonly schema: JsonObject;
  readonly pointer: string;
}

/** Places that are looked at of one message; what is deprecated deeper than that is not told. */
const MANY_PLACES = 2_000;

/** A place inside a frame, and where its schema stands. */
export interface FramePlace {
  /** A JSON Pointer, with stars for any item or name. */
  readonly path: string;
  readonly pointer: string;
}

/** What a contract says of the values of a frame, whichever branch they are of. */
export class Places {
  readonly #document: JsonObject;
  readonly #root: readonly Placed[];

  constructor(document: JsonObject, frame: Json, pointer: string) {
    this.#document = document;
    this.#root = this.#spread([{ schema: frame, pointer }]);
  }

  /** Every place that is called deprecated; of what is inside itself, the first time. */
  deprecated(): FramePlace[] {
    const found: FramePlace[] = [];
    const open = [{ path: "", schemas: this.#root, around: new Set<JsonObject>() }];
    // The list grows while it is gone through.
    for (const { path, schemas, around } of open) {
      const said = path === "" ? undefined : schemas.find(isDeprecated);
      if (said !== undefined) found.push({ path, pointer: said.pointer });
      const fresh = schemas.filter(({ schema }) => !around.has(schema));
      const inner = new Set([...around, ...fresh.map(({ schema }) => schema)]);
      for (const [step, below] of this.#inside(fresh))
        if (open.length < MANY_PLACES) open.push({ path: `${path}/${step}`, schemas: below, around: inner });
    }
    return found;
  }

  /** The place of a path, where there is one and nothing calls it deprecated. */
  inUse(path: string): FramePlace | undefined {
    let schemas: readonly Placed[] = this.#root;
    for (const step of path.split("/").slice(1)) schemas = this.#inside(schemas).get(step) ?? [];
    const [first] = schemas;
    return first === undefined || schemas.some(isDeprecated) ? undefined : { path, pointer: first.pointer };
  }

  #inside(schemas: readonly Placed[]): Map<string, readonly Placed[]> {
    const steps = new Map<string, (readonly [schema: Json, pointer: string])[]>();
    for (const one of schemas)
      for (const [step, schema, pointer] of stepsOf(one)) steps.set(step, [...(steps.get(step) ?? []), [schema, pointer]]);
    const spread = (held: readonly (readonly [Json, string])[]) =>
      this.#spread(held.map(([schema, pointer]) => ({ schema, pointer })));
    return new Map([...steps].map(([step, held]) => [step, spread(held)]));
  }

  /** Behind references, and with every branch. */
  #spread(schemas: readonly { readonly schema: Json; readonly pointer: string }[]): Placed[] {
    const found = new Map<JsonObject, Placed>();
    const open = [...schemas];
    for (const next of open) {
      const target = follow(this.#document, next.schema, next.pointer);
      if (target === undefined || !isObject(target.value) || found.has(target.value)) continue;
      const { value, pointer } = target;
      found.set(value, { schema: value, pointer });
      for (const word of ["allOf", "anyOf", "oneOf"])
        open.push(...getList(value, word).map((schema, index) => ({ schema, pointer: `${pointer}/${word}/${index}` })));
      for (const word of ["then", "else"]) {
        const schema = get(value, word);
        if (schema !== undefined) open.push({ schema, pointer: `${pointer}/${word}` });
      }
    }
    return [...found.values()];
  }
}

function isDeprecated({ schema }: Placed): boolean {
  return get(schema, "deprecated") === true;
}

function* stepsOf({ schema, pointer }: Placed): Iterable<readonly [step: string, schema: Json, pointer: string]> {
  for (const [name, held] of Object.entries(getObject(schema, "properties")))
    yield [escapeStep(name), held, `${pointer}/properties/${escapeStep(name)}`];
  for (const word of ["additionalProperties", "items", "additionalItems"]) {
    const held = get(schema, word);
    if (isList(held)) yield* held.map((item, index) => [String(index), item, `${pointer}/${word}/${index}`] as const);
    else if (held !== undefined) yield ["*", held, `${pointer}/${word}`];
  }
}
