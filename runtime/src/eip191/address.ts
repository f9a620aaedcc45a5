import { keccak_256 } from "@noble/hashes/sha3.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** The address of a public key (65 bytes, uncompressed), with EIP-55's case. */
export function addressOf(publicKey: Uint8Array): string {
  const digits = bytesToHex(keccak_256(publicKey.subarray(1)).subarray(-20));
  const hash = bytesToHex(keccak_256(utf8ToBytes(digits)));
  return `0x${[...digits].map((digit, index) => (Number.parseInt(hash.charAt(index), 16) >= 8 ? digit.toUpperCase() : digit)).join("")}`;
}

/** Whether two texts are one address: `0x` and 40 hex digits, in any case. */
export function sameAddress(a: string, b: string): boolean {
  return ADDRESS.test(a) && a.toLowerCase() === b.toLowerCase();
}

const ADDRESS = /^0x[0-9a-fA-F]{40}$/;
