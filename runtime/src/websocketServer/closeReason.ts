/** What a close frame can hold beside its code (RFC 6455, 5.5). */
const LONGEST = 123;

/** Cuts a reason to what a close frame can hold, never inside a character. A reason may come from a user, and be no text at all. */
export function closeReason(reason: unknown): string {
  if (typeof reason !== "string") return "";
  let bytes = 0;
  let kept = "";
  for (const char of reason.slice(0, LONGEST)) {
    bytes += Buffer.byteLength(char);
    if (bytes > LONGEST) break;
    kept += char;
  }
  return kept;
}
