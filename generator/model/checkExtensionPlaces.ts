import { escapeStep, similar } from "@wirepact/runtime";
import { type Findings, quote } from "../diagnostics.ts";
import { isList, isObject, type Json, type JsonObject } from "../json.ts";

const NAME = "x-wirepact";

/** Where a document's extensions are read, as pointers to what holds them. */
const READ =
  /^(|(\/components)?\/(channels|operations)\/[^/]+|\/components\/(messages|securitySchemes)\/[^/]+|(\/components)?\/channels\/[^/]+\/messages\/[^/]+|(\/components)?\/servers\/[^/]+\/security\/\d+)$/;

/** Keys that hold data of the author's, in which every name is fine. */
const DATA = new Set(["examples", "example", "default", "const", "enum"]);
/** Keys that hold things by names of the author's. */
const MAPS = new Set(["properties", "patternProperties"]);

/** Finds extensions that nobody reads: their name is misspelled, or they stand where none is looked for. */
export function checkExtensionPlaces(document: JsonObject, findings: Findings): void {
  walk(document, "", false, findings);
}

function walk(held: Json, pointer: string, isMap: boolean, findings: Findings): void {
  if (isList(held)) {
    for (const [index, item] of held.entries()) walk(item, `${pointer}/${index}`, false, findings);
  } else if (isObject(held)) {
    for (const [key, inner] of Object.entries(held)) {
      const place = `${pointer}/${escapeStep(key)}`;
      if (!isMap && key.toLowerCase().startsWith("x-")) checkKey(key, inner, pointer, place, findings);
      else if (isMap || !DATA.has(key)) walk(inner, place, !isMap && MAPS.has(key), findings);
    }
  }
}

function checkKey(key: string, held: Json, holder: string, pointer: string, findings: Findings): void {
  if (key === NAME) {
    if (READ.test(holder) || isNote(held)) return;
    const text = `nothing reads an ${NAME} here; it stands at the root, on a channel, an operation, a message or a security scheme; move it, or remove it`;
    return findings.warn(pointer, "bad-extension", text);
  }
  if (similar(key, [NAME]) === undefined) return;
  findings.error(pointer, "misspelled-keyword", `nothing reads ${quote(key)}; did you mean ${quote(NAME)}?`);
}

/** Where something comes from may be noted anywhere. */
function isNote(held: Json): boolean {
  return isObject(held) && Object.keys(held).every((key) => key === "source");
}
