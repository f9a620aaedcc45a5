import { readFileSync, statSync } from "node:fs";
import { pointerSteps } from "@wirepact/runtime";
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from "yaml";
import type { DiagnosticCode } from "../catalogue.ts";
import { DiagnosticError, type Position, quote } from "../diagnostics.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";
import { offsetOfError, syntaxText } from "./yamlSyntax.ts";

/** Larger files are not read. */
export const LARGEST = 16 * 1024 * 1024;

/** A YAML or JSON file as data, with the places of everything in it. */
export interface YamlFile {
  readonly path: string;
  readonly value: JsonObject;
  readonly locate: (pointer: string) => Position;
}

/** What a file is read as, and what is said where it holds no object. */
export interface FileKind {
  readonly code: DiagnosticCode;
  readonly text: string;
  /** Whether a file that says nothing is an object without properties. */
  readonly mayBeEmpty?: boolean;
}

const DOCUMENT: FileKind = { code: "not-asyncapi", text: "an AsyncAPI document must be an object" };

/** Reads a YAML or JSON file. Only data: no tags, no merge keys, no duplicate keys, aliases and nesting bounded. `shown` is its path in diagnostics. */
export function readYamlFile(path: string, shown: string, kind: FileKind = DOCUMENT): YamlFile {
  return readYamlText(readText(path, shown), path, shown, kind);
}

/** Reads the text of such a file, wherever it was found. */
export function readYamlText(text: string, path: string, shown: string, kind: FileKind = DOCUMENT): YamlFile {
  const lines = new LineCounter();
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file: shown, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const document = parse(text, lines, shown);
  const [error] = [...document.errors, ...document.warnings];
  if (error !== undefined) throw fail("yaml-syntax", syntaxText(document, error, lines), place(offsetOfError(document, error)));
  const merge = findMerge(document);
  if (merge !== undefined) {
    throw fail(
      "yaml-syntax",
      "merge keys are not read; write the properties out, or refer to a shared schema with $ref",
      place(merge),
    );
  }
  const inner = findInnerAlias(document);
  if (inner !== undefined) {
    const text = `the alias ${quote(inner.source)} stands inside what it repeats; name the schema under components.schemas and refer to it with $ref`;
    throw fail("yaml-syntax", text, place(startOf(inner)));
  }
  const value = toValue(document, shown, kind);
  return { path, value, locate: (pointer) => place(offsetOf(document, pointer)) };
}

function readText(path: string, shown: string): string {
  const start = { file: shown, line: 1, column: 1 };
  try {
    const stats = statSync(path);
    if (!stats.isFile()) throw fail("unreadable-file", "this is no file; name an AsyncAPI document", start);
    if (stats.size > LARGEST)
      throw fail("unreadable-file", `the file is larger than ${LARGEST / 1024 / 1024} MiB; split it with $ref`, start);
    const text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
    if (text.includes("\0")) throw fail("unreadable-file", "the file holds NUL characters; save it as UTF-8 text", start);
    return text;
  } catch (error) {
    if (error instanceof DiagnosticError) throw error;
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw fail(
      "unreadable-file",
      missing
        ? "there is no such file; check the path"
        : "the file cannot be read as UTF-8 text; check its permissions and encoding",
      start,
    );
  }
}

function parse(text: string, lineCounter: LineCounter, shown: string): Document.Parsed {
  try {
    return parseDocument(text, {
      lineCounter,
      uniqueKeys: true,
      merge: false,
      schema: "core",
      version: "1.2",
      stringKeys: true,
      resolveKnownTags: false,
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw fail("yaml-syntax", "the file is nested too deeply to be read", { file: shown, line: 1, column: 1 });
  }
}

/** The offset of a merge key (`<<: *alias`), which other readers would expand and this one would not. */
function findMerge(document: Document.Parsed): number | undefined {
  let found: number | undefined;
  visit(document, {
    Pair(_key, { key, value }) {
      if (!isScalar(key) || key.value !== "<<" || key.type !== "PLAIN" || !(isAlias(value) || isMap(value) || isSeq(value)))
        return undefined;
      found = startOf(key);
      return visit.BREAK;
    },
  });
  return found;
}

/** An alias inside its own anchor, which would repeat itself without an end. */
function findInnerAlias(document: Document.Parsed): Alias | undefined {
  let found: Alias | undefined;
  visit(document, {
    Alias(_key, alias, path) {
      if (!path.some((node) => (isMap(node) || isSeq(node)) && node.anchor === alias.source)) return undefined;
      found = alias;
      return visit.BREAK;
    },
  });
  return found;
}

function toValue(document: Document.Parsed, shown: string, kind: FileKind): JsonObject {
  const start = { file: shown, line: 1, column: 1 };
  const value = expand(document);
  if (value === undefined) {
    const text = "the file's aliases expand to more than can be read; write the repeated parts once and refer to them with $ref";
    throw fail("yaml-syntax", text, start);
  }
  if (value === null && kind.mayBeEmpty === true) return {};
  // What the file holds instead is not shown: it may be no contract at all, and secret.
  if (!isObject(value)) throw fail(kind.code, kind.text, start);
  return value;
}

function expand(document: Document.Parsed): Json | undefined {
  try {
    return document.toJS({ maxAliasCount: 1000 });
  } catch {
    return undefined;
  }
}

/** The offset of the key at a pointer, or of the nearest thing around it. */
function offsetOf(document: Document.Parsed, pointer: string): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? startOf(node) : 0;
  for (const step of pointerSteps(pointer)) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(isNode(key) ? key.toJSON() : key) === step);
      if (pair === undefined) break;
      offset = isNode(pair.key) ? startOf(pair.key) : offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = isNode(node) ? startOf(node) : offset;
    } else break;
  }
  return offset;
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

function fail(code: DiagnosticCode, text: string, position: Position): DiagnosticError {
  return new DiagnosticError({ code, severity: "error", text, position });
}
