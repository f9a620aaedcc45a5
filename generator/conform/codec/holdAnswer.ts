import { type Direction, decodeJson, type Encoding, encodeBytes, FrameError } from "@wirepact/runtime";
import { decodeMsgpack } from "@wirepact/runtime/msgpack";
import type { Expected, SessionExpected } from "../../fixtures/fixture.ts";
import { get, getList, type Json } from "../../json.ts";
import type { FrameReader } from "../../monitor/frameReader.ts";
import { sameJson } from "../sameJson.ts";
import { PASS, type Verdict } from "../verdict.ts";
import type { Answer, ToldError } from "./answer.ts";
import type { CodecRule } from "./codecRules.ts";
import { shown } from "./shown.ts";

/** Holds what a testee says of a frame against what must be said of it. Places are compared where it says that it tells them. */
export function holdVerdict(answer: Answer, expected: Expected, reason: string, tellsPlaces: boolean): Verdict {
  if (answer.kind === "skip") return { kind: "skipped", reason: answer.reason };
  if (!expected.ok && answer.kind === "ok")
    return fail(
      "codec-accepts",
      `accepted${answer.message === undefined ? "" : ` as ${answer.message}`}, and must be refused: ${reason}`,
    );
  if (expected.ok && answer.kind === "refused")
    return fail(
      "codec-refuses",
      `refused (${tellErrors(answer.errors)}), and must be accepted as ${expected.message}: ${reason}`,
    );
  if (answer.message !== expected.message)
    return fail("codec-message", `must be taken for ${told(expected.message)}, got ${told(answer.message)}: ${reason}`);
  if (expected.ok || answer.kind === "ok" || !tellsPlaces || answer.errors.some((error) => isMeant(error, expected))) return PASS;
  const wanted = `${expected.code ?? "something"} at ${expected.path || "/"}`;
  return fail("codec-place", `must be refused for ${wanted}, got ${tellErrors(answer.errors)}: ${reason}`);
}

function isMeant({ path, code }: ToldError, { path: at, code: rule }: Exclude<Expected, { ok: true }>): boolean {
  if (rule === undefined) return path === at || path.startsWith(`${at}/`);
  return path === at && (code === undefined || code === rule);
}

/** Holds what a testee decodes against the frame that it is, or against that it is none. */
export function holdDecoded(answer: Answer, frame: Json | undefined, reason: string): Verdict {
  if (answer.kind === "skip") return { kind: "skipped", reason: answer.reason };
  if (frame === undefined)
    return answer.kind === "refused" ? PASS : fail("codec-decodes", `decoded, and must be refused: ${reason}`);
  if (answer.kind === "refused")
    return fail("codec-decodes", `refused (${tellErrors(answer.errors)}), and must be decoded: ${reason}`);
  const decoded = get(answer.told, "frame");
  return sameJson(decoded, frame) ? PASS : fail("codec-decodes", `must decode to ${shown(frame)}, got ${shown(decoded)}`);
}

/** Holds what a testee says of a session against what is to be said of it. Rules are compared where it names any. */
export function holdSession(answer: Answer, expected: SessionExpected, reason: string): Verdict {
  if (answer.kind === "skip") return { kind: "skipped", reason: answer.reason };
  if (expected.ok) {
    if (answer.kind === "ok") return PASS;
    return fail("codec-session", `refused (${shown(answer.told)}), and is in order: ${reason}`);
  }
  const wanted = `must be refused at ${expected.step === null ? "its end" : `step ${expected.step}`} for ${expected.rule}`;
  if (answer.kind === "ok") return fail("codec-session", `accepted, and ${wanted}: ${reason}`);
  const rules = getList(answer.told, "rules");
  const isSame = get(answer.told, "step") === expected.step && (rules.length === 0 || rules.includes(expected.rule));
  return isSame ? PASS : fail("codec-session", `${wanted}, got ${shown(answer.told)}: ${reason}`);
}

/** What a testee was to encode. */
export interface ToEncode {
  readonly from: Direction;
  readonly encoding: Encoding;
  readonly frame: Json;
  readonly message: string;
}

/** Decodes what a testee has encoded, and holds it against what it was given. */
export function holdEncoded(answer: Answer, { from, encoding, frame, message }: ToEncode, reader: FrameReader): Verdict {
  if (answer.kind === "skip") return { kind: "skipped", reason: answer.reason };
  if (answer.kind === "refused")
    return fail("codec-encodes", `refused to encode a frame of ${message} (${tellErrors(answer.errors)})`);
  const name = encoding === "json" ? "text" : "hex";
  const wire = get(answer.told, name);
  const decoded = typeof wire === "string" ? decode(encoding, wire) : undefined;
  if (decoded === undefined) return fail("codec-encodes", `${encoding} is answered as "${name}", got ${shown(answer.told)}`);
  if (decoded instanceof FrameError)
    return fail("codec-encodes", `what it encodes is refused: ${decoded.summary}, got ${shown(wire)}`);
  const back = encodeBytes(decoded.frame);
  if (!sameJson(back as Json, frame))
    return fail("codec-encodes", `what it encodes decodes to ${shown(back)}, and was ${shown(frame)}`);
  // Base64 in the place of bytes looks the same by now; the validators know which of both belongs there.
  const read = reader[from](decoded.frame, encoding);
  return read.ok ? PASS : fail("codec-encodes", `what it encodes is not as ${message} travels: ${read.error.summary}`);
}

function decode(encoding: Encoding, wire: string) {
  if (encoding === "json") return decodeJson(wire);
  return /^(?:[\da-f]{2})+$/i.test(wire) ? decodeMsgpack(Buffer.from(wire, "hex")) : undefined;
}

/** A testee may tell as much as it likes; so much is told of it. */
const LONGEST = 1500;

function fail(rule: CodecRule, text: string): Verdict {
  return { kind: "fail", rule, text: text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text };
}

function told(message: string | null | undefined): string {
  return message === undefined ? "no word on it" : message === null ? "no message" : message;
}

function tellErrors(errors: readonly ToldError[]): string {
  if (errors.length === 0) return "no errors told";
  return errors
    .slice(0, 3)
    .map(({ path, code }) => `${code ?? "something"} at ${path || "/"}`)
    .join(", ");
}
