import { readFileSync, statSync } from "node:fs";
import { pointerSteps } from "@wirepact/runtime";
import { type Document, isMap, isNode, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type { DiagnosticCode } from "../catalogue.ts";
import { DiagnosticError, type Position, quote } from "../diagnostics.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";

const LARGEST = 16 * 1024 * 1024;
const DEEPEST = 500;

/** A YAML or JSON file as data, with the places of everything in it. */
export interface YamlFile {
  readonly path: string;
  readonly value: JsonObject;
  readonly locate: (pointer: string) => Position;
}

/** Reads a YAML or JSON file. Only data: no tags, no merge keys, no duplicate keys, aliases and nesting bounded. `shown` is its path in diagnostics. */
export function readYamlFile(path: string, shown: string): YamlFile {
  const text = readText(path, shown);
  const lines = new LineCounter();
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file: shown, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  guardDepth(text, shown);
  const document = parse(text, lines, shown);
  const [error] = [...document.errors, ...document.warnings];
  if (error !== undefined)
    throw fail("yaml-syntax", `${error.message.split("\n")[0]?.replace(/ at line \d+, column \d+:?$/, "")}`, place(error.pos[0]));
  const value = toValue(document, shown);
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

/** The parser recurses: refuse nesting that would exhaust its stack before it starts. */
function guardDepth(text: string, shown: string): void {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const char = text.charCodeAt(index);
    if (char === 0x5b || char === 0x7b) depth++;
    else if ((char === 0x5d || char === 0x7d) && depth > 0) depth--;
    if (depth > DEEPEST)
      throw fail("yaml-syntax", `the file is nested deeper than ${DEEPEST} levels`, { file: shown, line: 1, column: 1 });
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
      logLevel: "silent",
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw fail("yaml-syntax", "the file is nested too deeply to be read", { file: shown, line: 1, column: 1 });
  }
}

function toValue(document: Document.Parsed, shown: string): JsonObject {
  const start = { file: shown, line: 1, column: 1 };
  try {
    const value: Json = document.toJS({ maxAliasCount: 1000 });
    if (isObject(value)) return value;
    throw fail("not-asyncapi", `an AsyncAPI document must be an object, not ${quote(value)}`, start);
  } catch (error) {
    if (error instanceof DiagnosticError) throw error;
    throw fail(
      "yaml-syntax",
      "the file's aliases expand to more than can be read; write the repeated parts once and refer to them with $ref",
      start,
    );
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
