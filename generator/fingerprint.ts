import { createHash } from "node:crypto";

/** Some hexadecimal digits that depend on the text alone. */
export function fingerprint(text: string, digits = 6): string {
  return createHash("sha256").update(text).digest("hex").slice(0, digits);
}
