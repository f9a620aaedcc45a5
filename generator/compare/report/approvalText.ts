import { plainName } from "./plain.ts";
import type { ProtocolChange } from "./tally.ts";

/** The entry of `review.approvals` that lets a change pass, but for who says so, and why. */
export function approvalText({ protocol, change }: ProtocolChange): string {
  return `{ fingerprint: "${change.fingerprint}", protocol: ${plainName(protocol)}, reason: "…", by: "…" }`;
}
