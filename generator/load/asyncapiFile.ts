import { basename, extname } from "node:path";
import { type Diagnostic, DiagnosticError, type Finding, type Position, quote, shownPath } from "../diagnostics.ts";
import { get, getString, isObject, type JsonObject } from "../json.ts";
import { bundle } from "./bundle.ts";
import { inDraft7 } from "./inDraft7.ts";
import { inVersion2 } from "./inVersion2.ts";
import { trimParameters } from "./parametersOf2.ts";
import type { Source } from "./source.ts";
import { DISK, type SourceFiles } from "./sourceFiles.ts";
import { writeOut } from "./writtenOut.ts";

/** Loads an AsyncAPI 3 document, or a 2.x one through the official converter. `root` is the folder that references may not leave. */
export async function loadAsyncapiFile(path: string, root: string, name?: string, from: SourceFiles = DISK): Promise<Source> {
  const shown = shownPath(path);
  const file = from.open(path, shown);
  const { document, locate, files, isMoved } = bundle(file, root, from);
  const { document: current, warnings } = await toVersion3(document, locate);
  const before = current === document ? (pointer: string) => pointer : (pointer: string) => inVersion2(document, pointer);
  const translated = inDraft7(current, isMoved);
  refuse(translated.findings, (pointer) => locate(before(pointer)));
  const written = writeOut(translated.document);
  const place = (pointer: string) => locate(before(translated.originOf(written.originOf(pointer))));
  const protocol = name ?? getString(get(current, "x-wirepact"), "protocol") ?? nameByTitle(current, path, place);
  return {
    protocol,
    document: withExtension(written.document, protocol),
    locate: async (pointer) => place(pointer),
    files,
    warnings,
  };
}

function refuse(findings: readonly Finding[], place: (pointer: string) => Position): void {
  if (findings.length > 0)
    throw new DiagnosticError(...findings.map(({ pointer, ...finding }) => ({ ...finding, position: place(pointer) })));
}

/** A document of version 3, and what of an older one it cannot say. */
interface Version3 {
  readonly document: JsonObject;
  readonly warnings: readonly Diagnostic[];
}

async function toVersion3(document: JsonObject, locate: (pointer: string) => Position): Promise<Version3> {
  const given = get(document, "asyncapi");
  const version = typeof given === "string" ? given : undefined;
  const position = locate("/asyncapi");
  if (given !== undefined && version === undefined) {
    const text = `the "asyncapi" version must be a string, not ${quote(given)}; write it in full, such as 3.0.0`;
    throw new DiagnosticError({ code: "not-asyncapi", severity: "error", text, position });
  }
  if (version === undefined) {
    throw new DiagnosticError({
      code: "not-asyncapi",
      severity: "error",
      text: 'the file has no "asyncapi" version; name an AsyncAPI 2 or 3 document',
      position,
    });
  }
  if (version.startsWith("3.")) return { document, warnings: [] };
  if (!version.startsWith("2.")) {
    throw new DiagnosticError({
      code: "not-asyncapi",
      severity: "error",
      text: `AsyncAPI ${quote(version)} is not supported; use version 3, or 2.x, which is converted`,
      position,
    });
  }
  const { document: trimmed, lost } = trimParameters(document);
  const warnings = lost.map(({ pointer, keyword }) => toWarning(keyword, locate(pointer)));
  return { document: await convert(trimmed, position), warnings };
}

function toWarning(keyword: string, position: Position): Diagnostic {
  const text = `AsyncAPI 3 has no ${quote(keyword)} for parameters of an address, so it is left out and nobody checks it; check it where the server lets clients in, and say it in the description`;
  return { code: "unenforced-keyword", severity: "warning", text, position };
}

async function convert(document: JsonObject, position: Position): Promise<JsonObject> {
  const { convert } = await import("@asyncapi/converter");
  try {
    // The converter takes and gives plain documents; its types only know versions as literals.
    const converted = convert(JSON.stringify(document), "3.0.0", { v2tov3: { pointOfView: "application" } } as never) as unknown;
    const value = typeof converted === "string" ? JSON.parse(JSON.stringify((await import("yaml")).parse(converted))) : converted;
    if (isObject(value)) return value;
    throw new TypeError("no document");
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : "unknown reason";
    throw new DiagnosticError({
      code: "not-asyncapi",
      severity: "error",
      text: `the document cannot be converted to AsyncAPI 3: ${reason}`,
      position,
    });
  }
}

/** The name becomes part of the document, so that generating from what was generated names it the same. */
function withExtension(document: JsonObject, protocol: string): JsonObject {
  const extension = get(document, "x-wirepact");
  return { ...document, "x-wirepact": { version: 1, ...(isObject(extension) ? extension : {}), protocol } };
}

/** A name of Latin letters: the title's, or else the file's. */
function nameByTitle(document: JsonObject, path: string, place: (pointer: string) => Position): string {
  const title = getString(get(document, "info"), "title") ?? "protocol";
  const name = slug(title) || slug(basename(path, extname(path)));
  if (name !== "") return name;
  const way = "give it a name (npx wirepact generate NAME --from FILE), or write x-wirepact: { version: 1, protocol: NAME }";
  const text = `the title ${quote(title)} has no Latin letters to name the package by; ${way}`;
  throw new DiagnosticError({ code: "missing-protocol", severity: "error", text, position: place("/info/title") });
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z\d]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "")
    .slice(0, 64);
}
