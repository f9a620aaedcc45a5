import type { EncodingsDescriptor } from "@wirepact/runtime";
import { getString, type JsonObject } from "../json.ts";
import { rootOf } from "./root.ts";

/** Reads how frames are encoded: as the extension says, or else by the content type. */
export function readEncodings(document: JsonObject): EncodingsDescriptor {
  const { encodings } = rootOf(document);
  if (encodings === undefined) return byContentType(getString(document, "defaultContentType") ?? "");
  const { text = null, binary = null, initial, switch: change } = encodings;
  return { text, binary, initial, ...(change === undefined ? {} : { switch: change }) };
}

function byContentType(contentType: string): EncodingsDescriptor {
  const packed = /msgpack/.test(contentType);
  return packed ? { text: null, binary: "msgpack", initial: "msgpack" } : { text: "json", binary: null, initial: "json" };
}
