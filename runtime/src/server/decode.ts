import { FrameError } from "../error.ts";
import { decodeJson } from "../json.ts";
import { isNestedDeeper } from "../nesting.ts";
import type { Encoding } from "../parser.ts";
import type { IncomingFrame } from "../wire.ts";
import type { ServerDefinition } from "./definition.ts";

/** A frame out of its encoding. */
export interface DecodedFrame {
  readonly frame: unknown;
  readonly encoding: Encoding;
}

/** Decodes a frame as its kind says, if the contract has that kind, and refuses one that is nested too deeply. */
export function decodeFrame(definition: ServerDefinition, incoming: IncomingFrame, deepest: number): DecodedFrame | FrameError {
  const decoded = decode(definition, incoming);
  if (decoded instanceof FrameError) return decoded;
  const couldBeDeep = deepest < Number.POSITIVE_INFINITY && (incoming.kind === "event" || sizeOf(incoming) > deepest);
  return couldBeDeep && isNestedDeeper(decoded.frame, deepest) ? tooDeep(deepest) : decoded;
}

/** Bytes of a frame, as far as they matter to limits. A frame that the transport decoded was measured by it. */
export function sizeOf(incoming: IncomingFrame): number {
  if (incoming.kind === "text") return incoming.text.length;
  return incoming.kind === "binary" ? incoming.bytes.byteLength : 0;
}

function decode({ contract, codec }: ServerDefinition, incoming: IncomingFrame): DecodedFrame | FrameError {
  if (incoming.kind === "event") return { frame: incoming.frame, encoding: "msgpack" };
  if (incoming.kind === "text") {
    if (contract.encodings.text === null) return wrongKind("text");
    const decoded = decodeJson(incoming.text);
    return decoded instanceof FrameError ? decoded : { frame: decoded.frame, encoding: "json" };
  }
  if (contract.encodings.binary === null || codec === undefined) return wrongKind("binary");
  const decoded = codec.decode(incoming.bytes);
  return decoded instanceof FrameError ? decoded : { frame: decoded.frame, encoding: "msgpack" };
}

/** Whether a frame came in a kind that the contract does not have. */
export function isWrongKind(error: FrameError): boolean {
  return error.issues[0]?.code === WRONG_KIND;
}

const WRONG_KIND = "wrong-kind";

function wrongKind(kind: "text" | "binary"): FrameError {
  return new FrameError("parse-error", null, [
    { path: "", code: WRONG_KIND, text: `must not be ${kind}: the protocol has no such frames` },
  ]);
}

function tooDeep(deepest: number): FrameError {
  return new FrameError("too-deep", null, [
    { path: "", code: "too-deep", text: `must not be nested more than ${deepest} levels deep` },
  ]);
}
