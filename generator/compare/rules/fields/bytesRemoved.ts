import { opposite } from "../../fields/difference.ts";
import { findBytes } from "../../fields/kinds/bytes.ts";
import type { FieldRule } from "./fieldRule.ts";

/** Something else where binary data was. */
export const bytesRemoved: FieldRule = {
  title: "A value is no binary data any more",
  explanation: "Readers that expect bytes refuse text that is not base64, and in MessagePack whatever is not bytes.",
  opposite: "bytes-added",
  label: "something else in place of binary data",
  code: "breaking",
  differ: opposite(findBytes),
};
