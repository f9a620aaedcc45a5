import { escapeStep } from "@wirepact/runtime";
import { type Finding, quote } from "../diagnostics.ts";
import { Translation } from "../dialect/translation.ts";
import { getObject, isList, isObject, type Json, type JsonObject } from "../json.ts";
import { decodeReference, encodeReference } from "../reference.ts";
import { DATA, MAPS } from "./forParser.ts";
import { newerSchemas } from "./newerSchemas.ts";

/** A document whose schemas are all draft-07, where each part of it was written, and what could not be said so. */
export interface InDraft7 {
  readonly document: JsonObject;
  readonly originOf: (pointer: string) => string;
  readonly findings: readonly Finding[];
}

/** Translates schemas of JSON Schema 2020-12, the one other dialect that documents may be written in; nobody behind the loader meets it. */
export function inDraft7(document: JsonObject, isOfOtherFile: (pointer: string) => boolean): InDraft7 {
  const newer = newerSchemas(document, isOfOtherFile);
  if (newer.length === 0) return { document, originOf: (pointer) => pointer, findings: [] };
  const translation = new Translation(
    document,
    newer.map(({ pointer }) => pointer),
  );
  const translated = new Map(newer.map(({ holder, pointer }) => [holder, translation.translate(pointer, holder)]));
  const definitions = [...translation.definitions()];
  const restate = (value: Json, pointer: string) => new Restater(translation, translated).restate(value, pointer, false);
  const own = restate(document, "");
  const named = namedDefinitions(definitions, getObject(getObject(own, "components"), "schemas"), restate, translation);
  return {
    document: withSchemas(isObject(own) ? own : {}, named),
    originOf: (pointer) => translation.originOf(pointer),
    findings: translation.findings.all,
  };
}

/** Local definitions by their names; two of one name must say the same. */
function namedDefinitions(
  definitions: Iterable<{ readonly name: string; readonly pointer: string; readonly schema: Json }>,
  own: JsonObject,
  restate: (value: Json, pointer: string) => Json,
  { findings }: Translation,
): Map<string, Json> {
  const named = new Map<string, Json>(Object.entries(own));
  for (const { name, pointer, schema } of definitions) {
    const said = restate(schema, `/components/schemas/${escapeStep(name)}`);
    const known = named.get(name);
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(said)) {
      const text = `the definition ${quote(name)} would be a second schema of that name; rename one of them, or make both the same`;
      findings.error(pointer, "duplicate-schema", text);
    }
    named.set(name, said);
  }
  return named;
}

function withSchemas(document: JsonObject, schemas: ReadonlyMap<string, Json>): JsonObject {
  if (schemas.size === 0) return document;
  return { ...document, components: { ...getObject(document, "components"), schemas: Object.fromEntries(schemas) } };
}

/** Puts translated schemas into a document, and lets references lead to where things stand now. */
class Restater {
  readonly #translation: Translation;
  readonly #translated: ReadonlyMap<string, Json>;

  constructor(translation: Translation, translated: ReadonlyMap<string, Json>) {
    this.#translation = translation;
    this.#translated = translated;
  }

  restate(value: Json, pointer: string, isMap: boolean): Json {
    const current = this.#translated.get(pointer) ?? value;
    if (isList(current)) return current.map((item, index) => this.restate(item, `${pointer}/${index}`, false));
    if (!isObject(current)) return current;
    const entries = Object.entries(current).map(([key, held]): [string, Json] => {
      if (!isMap && key === "$ref" && typeof held === "string") return [key, this.#retarget(held)];
      const isData = !isMap && (DATA.has(key) || key === "const" || key === "enum");
      return [key, isData ? held : this.restate(held, `${pointer}/${escapeStep(key)}`, !isMap && MAPS.has(key))];
    });
    return Object.fromEntries(entries);
  }

  #retarget(reference: string): string {
    const pointer = decodeReference(reference);
    const place = pointer === undefined ? undefined : this.#translation.placeOf(pointer);
    return place === undefined || place === pointer ? reference : encodeReference(place);
  }
}
