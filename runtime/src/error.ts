import type { Pointer } from "./pointer.ts";

/** Why a frame was refused. The set is closed: a new reason is a new version of this module. */
export type FrameErrorCode =
  | "parse-error"
  | "unknown-message"
  | "wrong-direction"
  | "missing-discriminator"
  | "invalid-message"
  | "too-deep";

/** One broken rule in one place of a frame. */
export interface Issue {
  /** JSON Pointer to the offending value; for a missing property, to where it should stand. */
  readonly path: Pointer;
  /** The rule: a JSON Schema keyword, or the code of the error when no rule of a schema was broken. */
  readonly code: string;
  /** What the rule asks for; begins with "must". */
  readonly text: string;
  /** The offending value as JSON, cut to 120 characters; absent where there is no value. */
  readonly value?: string;
}

/** At most this many issues are reported for one frame. */
export const MAX_ISSUES = 20;

/** A frame that breaks its contract: the code says how, the issues say where. */
export class FrameError extends Error {
  override readonly name = "FrameError";
  readonly code: FrameErrorCode;
  /** Name of the message in the contract, or null where the frame could not be told to be one. */
  readonly messageName: string | null;
  readonly issues: readonly Issue[];

  constructor(code: FrameErrorCode, messageName: string | null, issues: readonly Issue[]) {
    super(printable(`[${code}] ${summary(messageName, issues)}`));
    this.code = code;
    this.messageName = messageName;
    this.issues = issues.slice(0, MAX_ISSUES);
  }

  /** What is wrong in one line, without the code that leads `message`. */
  get summary(): string {
    return this.message.slice(`[${this.code}] `.length);
  }
}

function summary(messageName: string | null, issues: readonly Issue[]): string {
  const first = issues[0];
  const subject = messageName === null ? "frame" : preview(messageName);
  if (first === undefined) return subject;
  const got = first.value === undefined ? "" : `, got ${first.value}`;
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : "";
  return `${subject} at ${cut(printable(first.path) || "/")}: ${first.text}${got}${more}`;
}

/** Prints any value as one short line of JSON, without calling code of its own (`toJSON`, getters of classes). */
export function preview(value: unknown): string {
  return cut(printable(print(value, 3)));
}

/**
 * A text without characters that would move a terminal's cursor, change its colours or reorder a line, and without halves of
 * surrogate pairs, which no UTF-8 can carry: they are written as escapes.
 */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cs}\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

const LIMIT = 120;
const WIDTH = 5;

/** Cuts a text to 120 characters, never inside a surrogate pair. */
export function cut(text: string): string {
  if (text.length <= LIMIT) return text;
  const end = /[\uD800-\uDBFF]/.test(text.charAt(LIMIT - 2)) ? LIMIT - 2 : LIMIT - 1;
  return `${text.slice(0, end)}…`;
}

function print(value: unknown, depth: number): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, LIMIT));
  if (typeof value === "bigint") return value.toString();
  if (typeof value === "function") return "<function>";
  if (typeof value !== "object" || value === null) return String(value);
  if (ArrayBuffer.isView(value)) return `<${value.byteLength} bytes>`;
  if (depth === 0) return Array.isArray(value) ? "[…]" : "{…}";
  return Array.isArray(value) ? printList(value, depth) : printObject(value, depth);
}

function printList(list: readonly unknown[], depth: number): string {
  const items = list.slice(0, WIDTH).map((item) => print(item, depth - 1));
  return `[${items.join(",")}${list.length > WIDTH ? ",…" : ""}]`;
}

function printObject(value: object, depth: number): string {
  const items: string[] = [];
  for (const key in value) {
    if (items.length === WIDTH) return `{${items.join(",")},…}`;
    const property = Object.getOwnPropertyDescriptor(value, key);
    if (property !== undefined && "value" in property) {
      items.push(`${JSON.stringify(key.slice(0, LIMIT))}:${print(property.value, depth - 1)}`);
    }
  }
  return `{${items.join(",")}}`;
}
