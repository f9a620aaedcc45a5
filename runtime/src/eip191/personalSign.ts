import { secp256k1 } from "@noble/curves/secp256k1.js";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { addressOf } from "./address.ts";
import { messageHash } from "./messageHash.ts";

/** A wallet's private key: 32 bytes, or their 64 hex digits, with or without `0x`. */
export type PrivateKey = string | Uint8Array;

/** Signs a text as wallets do (EIP-191, `personal_sign`): `0x` and 130 hex digits, of which the last two are 1b or 1c. */
export function personalSign(message: string, privateKey: PrivateKey): string {
  const options = { prehash: false, format: "recovered" } as const;
  const [recovery = 0, ...rest] = secp256k1.sign(messageHash(message), keyBytes(privateKey), options);
  return `0x${bytesToHex(Uint8Array.from(rest))}${bytesToHex(Uint8Array.of(recovery + 27))}`;
}

/** The address that a private key signs for. */
export function walletAddress(privateKey: PrivateKey): string {
  return addressOf(secp256k1.getPublicKey(keyBytes(privateKey), false));
}

/** What is wrong with a key is said without the key. */
function keyBytes(privateKey: PrivateKey): Uint8Array {
  const bytes = typeof privateKey === "string" ? hexBytes(privateKey) : privateKey;
  if (bytes === null || !secp256k1.utils.isValidSecretKey(bytes)) {
    throw new TypeError("eip191: the private key must be 32 bytes, or their 64 hex digits, and a number that the curve allows");
  }
  return bytes;
}

function hexBytes(text: string): Uint8Array | null {
  const hex = text.replace(/^0x/, "");
  return /^[0-9a-fA-F]{64}$/.test(hex) ? hexToBytes(hex) : null;
}
