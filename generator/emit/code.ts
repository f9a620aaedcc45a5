import { isObject, type Json } from "../json.ts";

/** A piece of source code. Only this module makes one out of text, so nothing from a contract is ever pasted. */
export class Code {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template: code as it is, data as a literal, lists of code one after the other. */
export type Part = Code | Json | undefined | readonly Code[];

/** Source code around data: an interpolated string, number, list or object is printed as a literal, `Code` as it is. */
export function code(strings: TemplateStringsArray, ...parts: readonly Part[]): Code {
  const printed = parts.map((part, index) => `${printPart(part)}${strings[index + 1] ?? ""}`);
  return new Code(`${strings[0] ?? ""}${printed.join("")}`);
}

/** Pieces of code, one after the other with something in between. */
export function join(parts: readonly Code[], separator: string): Code {
  return new Code(parts.map(({ text }) => text).join(separator));
}

/** An identifier that the contract has decided; anything else is a mistake of ours. */
export function name(identifier: string): Code {
  if (!/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(identifier))
    throw new TypeError(`no identifier: ${JSON.stringify(identifier)}`);
  return new Code(identifier);
}

/** The name of a property in an interface: bare where it can be, quoted otherwise. */
export function property(text: string): Code {
  return /^[A-Za-z_$][\w$]*$/.test(text) ? new Code(text) : new Code(literal(text));
}

/** The name of a method in an interface: one called `new` would be a constructor. */
export function methodName(text: string): Code {
  return text === "new" ? new Code(literal(text)) : property(text);
}

/** Lines between braces: members of an interface. */
export function block(members: readonly Code[]): Code {
  const lines = join(members, "");
  return lines.text === "" ? new Code("{}") : new Code(`{\n${lines.text}}`);
}

/** White space in front of a line. */
export function spaces(indent: string): Code {
  return new Code(" ".repeat(indent.length));
}

/** A JSON value as a literal. Characters that end lines, reorder text or leave a script are escaped. */
export function literal(value: Json): string {
  if (typeof value === "string") return escapeCharacters(JSON.stringify(value));
  if (typeof value !== "object" || value === null) return Object.is(value, -0) ? "-0" : String(value);
  if (!isObject(value)) return `[${value.map(literal).join(", ")}]`;
  const entries = Object.entries(value).map(([text, item]) => `${key(text).text}: ${literal(item)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

/** A key of an object literal. One named `__proto__` would set the prototype; a computed one does not. */
export function key(text: string): Code {
  return text === "__proto__" ? new Code('["__proto__"]') : property(text);
}

/** A line of a JSDoc comment: text from a contract, a tag of ours, or nothing. */
export type CommentLine = string | Code | undefined;

/** A JSDoc comment; empty lines are left out. */
export function comment(lines: readonly CommentLine[], indent = ""): Code {
  const kept = lines
    .flatMap((line) => (line instanceof Code ? line.text : commentText(line ?? "")).split("\n"))
    .filter((line) => line.trim() !== "");
  const [first, ...rest] = kept;
  if (first === undefined) return new Code("");
  if (rest.length === 0) return new Code(`${indent}/** ${first} */\n`);
  return new Code(`${indent}/**\n${kept.map((line) => `${indent} * ${line}`.trimEnd()).join("\n")}\n${indent} */\n`);
}

/** The tag of what should no longer be used, perhaps with what to use instead, and from when on it may be gone. */
export function deprecatedTag(deprecated: boolean | string, sunset: string | null = null): Code | undefined {
  if (deprecated === false) return undefined;
  const words = [...(deprecated === true ? [] : [deprecated]), ...(sunset === null ? [] : [`(may be gone from ${sunset} on)`])];
  return new Code(["@deprecated", ...words.map((word) => commentText(word).replaceAll("\n", " "))].join(" "));
}

/** The tag of what a reader should know beside a description. */
export function remarksTag(remarks: readonly string[]): Code | undefined {
  const [first, ...rest] = remarks.map((remark) => commentText(remark).replaceAll("\n", " "));
  if (first === undefined) return undefined;
  return new Code(rest.length === 0 ? `@remarks ${first}` : ["@remarks", first, ...rest].join("\n- "));
}

/** Text that cannot end its comment, start a tag or be read as anything but text. */
function commentText(text: string): string {
  return escapeCharacters(text.replace(/\r\n?|[\u2028\u2029]/g, "\n"), /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, "\n")
    .replaceAll("*/", "*\u200B/")
    .replaceAll("/*", "/\u200B*")
    .replace(/(^|\s)@(?=\w)/g, "$1\\@")
    .replace(/\n\s*\//g, "\n\u200B/");
}

const UNSAFE = /[\p{Cc}\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]|<(?=[/!])/gu;

function escapeCharacters(text: string, unsafe: RegExp = UNSAFE, except = ""): string {
  return text.replace(unsafe, (char) => (char === except ? char : `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`));
}

function printPart(part: Part): string {
  if (part === undefined) return "";
  if (part instanceof Code) return part.text;
  if (isCodeList(part)) return part.map(({ text }) => text).join("");
  return literal(part as Json);
}

function isCodeList(part: Part): part is readonly Code[] {
  return Array.isArray(part) && part.length > 0 && part.every((item) => item instanceof Code);
}
