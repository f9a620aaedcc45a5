import { type Direction, decodeJson, type Encoding, FrameError } from "@wirepact/runtime";
import { isPlainObject } from "@wirepact/runtime/codegen-v1";
import { type Decoded, decodeText, unreadable } from "./decoders.ts";

/** A line of a recorded session: who sent a frame, and the frame or why there is none. */
export interface SessionLine {
  readonly from: Direction;
  readonly decoded: Decoded;
  /** How it travelled; a frame that stands there decoded does not say. */
  readonly encoding: Encoding | undefined;
}

const FORMS =
  'must be an object with "from" ("client" or "server") and one of "frame" (JSON), "text" (JSON as text), "hex" (MessagePack)';

/** Reads a line of a session, or says why it is none. */
export function readSessionLine(line: Uint8Array, decodeHex: (digits: string) => Decoded): SessionLine | FrameError {
  const decoded = decodeText(line);
  if (decoded instanceof FrameError) return decoded;
  const { frame: step } = decoded;
  if (!isPlainObject(step)) return unreadable(FORMS, step);
  const { from, text, hex } = step;
  const forms = ["frame", "text", "hex"].filter((key) => Object.hasOwn(step, key));
  if ((from !== "client" && from !== "server") || forms.length !== 1) return unreadable(FORMS, step);
  if (typeof text === "string") return { from, decoded: decodeJson(text), encoding: "json" };
  if (typeof hex === "string") return { from, decoded: decodeHex(hex.trim()), encoding: "msgpack" };
  if (forms[0] !== "frame") return unreadable(FORMS, step);
  return { from, decoded: { frame: step["frame"] }, encoding: undefined };
}
