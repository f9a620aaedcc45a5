import { findBytes } from "../../fields/kinds/bytes.ts";
import type { FieldRule } from "./fieldRule.ts";

/** Binary data where something else was. */
export const bytesAdded: FieldRule = {
  title: "A value became binary data",
  explanation:
    "Bytes are base64 in JSON and bytes in MessagePack: readers that expect text may refuse them, and text need not be base64.",
  opposite: "bytes-removed",
  label: "binary data in place of something else",
  code: "breaking",
  differ: findBytes,
};
