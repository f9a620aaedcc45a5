import { type Document, isScalar, type LineCounter, visit, type YAMLError } from "yaml";
import { quote } from "../diagnostics.ts";

/** What the library finds wrong, by its code: the way out. */
const WAYS_OUT: Readonly<Partial<Record<YAMLError["code"], string>>> = {
  BAD_ALIAS: "write the value out, or refer to it with $ref",
  BAD_DIRECTIVE: "remove the line that begins with %",
  BAD_DQ_ESCAPE: "write two backslashes for one, or put the text into single quotes",
  BAD_INDENT: "indent the line as those around it, or close the bracket above it",
  BAD_SCALAR_START: "put the text into quotes",
  BLOCK_AS_IMPLICIT_KEY: "put a text that has a colon into quotes, or what is nested on a line of its own",
  MISSING_CHAR: "write what is missing",
  MULTILINE_IMPLICIT_KEY: "a colon is missing after the key, or a quote or bracket is not closed",
  NON_STRING_KEY: "write a plain text before the colon",
  TAB_AS_INDENT: "indent with spaces",
  TAG_RESOLVE_FAILED: "remove the tag: files are plain data",
  UNEXPECTED_TOKEN: "a comma, colon or quote is missing before it, or the line is not indented as those around it",
};

/** Where to look: at the opening of a quote that is never closed, though that is noticed at the file's end. */
export function offsetOfError(document: Document.Parsed, error: Pick<YAMLError, "pos" | "message">): number {
  if (!error.message.startsWith("Missing closing")) return error.pos[0];
  let opened: number | undefined;
  visit(document, {
    Scalar(_key, scalar) {
      const isQuoted = scalar.type === "QUOTE_DOUBLE" || scalar.type === "QUOTE_SINGLE";
      const start = scalar.range?.[0] ?? 0;
      if (isQuoted && start <= error.pos[0]) opened = Math.max(opened ?? 0, start);
    },
  });
  return opened ?? error.pos[0];
}

/** What is wrong, in the library's words without their place, and what to do. */
export function syntaxText(document: Document.Parsed, error: YAMLError, lines: LineCounter): string {
  const { code, message } = error;
  const unclosed = /^Missing closing (["'])/.exec(message)?.[1];
  if (unclosed !== undefined) return `the text that begins with ${unclosed} here is never closed; write ${unclosed} at its end`;
  if (code === "MULTIPLE_DOCS") return "the file holds several documents; keep one";
  if (/call stack/.test(message)) return "the file is nested too deeply to be read; name the inner parts and refer to them";
  if (code === "DUPLICATE_KEY") return duplicateText(document, error.pos[0], lines);
  const what = message.split("\n")[0]?.replace(/ at line \d+, column \d+:?$/, "") ?? "";
  return `${what}; ${WAYS_OUT[code] ?? "correct the line"}`;
}

/** A key that its map has already: which it is, and where it stands first. */
function duplicateText(document: Document.Parsed, offset: number, lines: LineCounter): string {
  let text = "a key of the map stands here again; keep one of them";
  visit(document, {
    Map(_key, { items }) {
      const keys = items.map(({ key }) => key).filter(isScalar);
      const second = keys.find(({ range }) => range?.[0] === offset);
      const first = keys.find(({ value }) => value === second?.value);
      if (second === undefined || first === undefined) return undefined;
      const { line } = lines.linePos(first.range?.[0] ?? 0);
      text = `the key ${quote(second.value)} stands here again; it stands first in line ${line}, keep one of them`;
      return visit.BREAK;
    },
  });
  return text;
}
