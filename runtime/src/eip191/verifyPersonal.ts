import { secp256k1 } from "@noble/curves/secp256k1.js";
import { hexToBytes } from "@noble/hashes/utils.js";
import { isWellFormed } from "../wellFormed.ts";
import { addressOf, sameAddress } from "./address.ts";
import { messageHash } from "./messageHash.ts";

/** Who says that they signed a text, and their proof. */
export interface PersonalSignature {
  readonly address: string;
  readonly message: string;
  readonly signature: string;
}

/** Whether the signature is the address's own. Whatever it is given, it answers and never throws. */
export function verifyPersonal({ address, message, signature }: PersonalSignature): boolean {
  const signer = recoverAddress(message, signature);
  return signer !== null && typeof address === "string" && sameAddress(address, signer);
}

/**
 * The address whose key signed a text, or null where the signature is none. Every signature has a twin with a high `s`
 * that anyone can compute: only the low one counts, so that a signature names itself.
 */
export function recoverAddress(message: string, signature: string): string | null {
  const parts = readSignature(signature);
  // Half a character becomes U+FFFD in UTF-8: two texts would have one signature.
  if (parts === null || typeof message !== "string" || !isWellFormed(message)) return null;
  try {
    const recoverable = secp256k1.Signature.fromBytes(parts.compact).addRecoveryBit(parts.recovery);
    if (recoverable.hasHighS()) return null;
    return addressOf(recoverable.recoverPublicKey(messageHash(message)).toBytes(false));
  } catch {
    // Numbers that lie outside the curve's order, or no point of the curve: no signature of anyone.
    return null;
  }
}

const RECOVERY: ReadonlyMap<string, number> = new Map([
  ["00", 0],
  ["01", 1],
  ["1b", 0],
  ["1c", 1],
]);

function readSignature(signature: unknown): { compact: Uint8Array; recovery: number } | null {
  if (typeof signature !== "string" || !/^0x[0-9a-fA-F]{130}$/.test(signature)) return null;
  const recovery = RECOVERY.get(signature.slice(-2).toLowerCase());
  return recovery === undefined ? null : { compact: hexToBytes(signature.slice(2, -2)), recovery };
}
