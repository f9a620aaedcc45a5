import { createHash } from "node:crypto";

/** Six hexadecimal digits that depend on the text alone. */
export function fingerprint(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 6);
}
