import type { ShownFrame } from "../printFrame.ts";
import { cutTo, plain, plainFrame } from "./plain.ts";

/** Invisible, and between two characters that would mean something to GitHub side by side, even where Markdown escapes them. */
const BREAK = "\u200B";

/**
 * A text of a contract as code: no mention, reference, link, tag or emphasis, on one line, in a table's cell too. Nothing in it can
 * end it: a backtick is written as JSON may write it, so that every fence is of one, whatever stands beside it.
 */
export function code(text: string, length = 200): string {
  // A backslash in a cell is not safe before a pipe: https://github.github.com/gfm/#example-200
  const line = cutTo(plain(text), length).replaceAll("|", "\\u007c").replaceAll("`", "\\u0060");
  if (line.trim() === "") return `\`"${line}"\``;
  return /^ | $/.test(line) ? `\` ${line} \`` : `\`${line}\``;
}

/**
 * A sentence of ours, with words of a contract in it: what stands in quotes is made code, and nothing else means anything. Which
 * quotes are ours cannot be known here, so that it must not matter: no backtick of code stands beside another one.
 */
export function prose(text: string, length = 500): string {
  const parts = cutTo(text, length).split(/("(?:[^"\\]|\\.)*"|`[^`]+`|(?<![\p{L}\p{N}])'[^']*'(?![\p{L}\p{N}]))/u);
  const apart = (index: number) => (index > 1 && parts[index - 1] === "" ? BREAK : "");
  return parts.map((part, index) => (index % 2 === 1 ? apart(index) + quotedCode(part) : escaped(part))).join("");
}

/** What was written as JSON stays so, with its quotes; other quotes are what code spans are in Markdown. */
function quotedCode(part: string): string {
  return code(part.startsWith('"') ? part : part.slice(1, -1));
}

/** Markdown's escapes end where GitHub looks for mentions, references, hashes of commits and addresses: in the text as it is shown. */
function escaped(text: string): string {
  return plain(text)
    .replaceAll("`", `${BREAK}\`${BREAK}`)
    .replace(/[\\`*_{}[\]<>#|~$&!^=+]/g, "\\$&")
    .replace(/^\s*(?=-|\d)/, BREAK)
    .replace(/[@#](?=\S)/g, `$&${BREAK}`)
    .replace(/:(?=\S)/g, `:${BREAK}`)
    .replace(/(www|GH)(?=[.-])/gi, `$1${BREAK}`)
    .replace(/[0-9a-f]{6}(?=[0-9a-f])/gi, `$&${BREAK}`);
}

/** Characters of a block that are shown. */
const BLOCK = 1200;

/** A frame as a block of code: on one line where that is short. Only of JSON it is what travels. */
export function frameBlock(frame: ShownFrame): string {
  const line = plainFrame(frame);
  const language = frame.encoding === "json" ? "json" : "text";
  return block(language, line.length <= 110 ? [line] : plainFrame(frame, 2).split("\n"));
}

/** Lines of ours as a block of code. */
export function textBlock(lines: readonly string[]): string {
  return block("text", lines);
}

/** A line of a frame, and one that we begin, begins with no backtick: none of them ends the block. */
function block(language: string, lines: readonly string[]): string {
  const shown = lines.map((line) => cutTo(line, 200)).join("\n");
  const fitting = shown.length <= BLOCK ? shown : `${shown.slice(0, shown.lastIndexOf("\n", BLOCK))}\n…`;
  return `\`\`\`${language}\n${fitting}\n\`\`\``;
}
