import { hashMessage, recoverAddress as recoverByEthers } from "ethers";
import { expect, test } from "vitest";
import { personalSign, recoverAddress, verifyPersonal, walletAddress } from "../../runtime/src/codegen-v1/eip191.ts";

/*
 * What Wycheproof's vectors of secp256k1 hold (https://github.com/C2SP/wycheproof), made here: theirs sign SHA-256, and EIP-191 signs
 * Keccak; no package of npm carries them. Another library gives the second opinion.
 */

const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
const FIELD = 0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2fn;
/** The x of the curve's generator, and of half of it: the r of the shortest signatures. */
const GENERATOR = 0x79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798n;
const HALF = 0x00000000000000000000003b78ce563f89a0ed9414f5aa28ad0d96d6795f9c63n;

const NUMBERS: readonly bigint[] = [
  ...[0n, 1n, 2n, 3n, 4n, 5n, 6n],
  ...[GENERATOR, HALF],
  ...[ORDER / 2n, ORDER / 2n + 1n, ORDER - GENERATOR, ORDER - 2n, ORDER - 1n, ORDER, ORDER + 1n],
  ...[FIELD - ORDER, FIELD - ORDER - 1n, FIELD - 1n, FIELD, FIELD + 1n],
  ...[2n ** 128n, 2n ** 255n, 2n ** 256n - 1n],
];
const MESSAGES = ["", "a", "Flowork GUI-to-Engine Authentication: 1735689600000"];

const hex = (number: bigint) => number.toString(16).padStart(64, "0");
const signatureOf = (r: bigint, s: bigint, v: string) => `0x${hex(r)}${hex(s)}${v}`;

/** Who signed, as ethers has it; null where it is nobody, or where only we mind: a high s. */
function secondOpinion(message: string, r: bigint, s: bigint, v: string): string | null {
  if (r === 0n || s === 0n || r >= ORDER || s > ORDER / 2n) return null;
  try {
    return recoverByEthers(hashMessage(message), signatureOf(r, s, v));
  } catch {
    return null;
  }
}

test("numbers at every edge, in each place: nobody signed, or who ethers says", () => {
  let signers = 0;
  for (const [index, r] of NUMBERS.entries()) {
    for (const s of NUMBERS) {
      const message = MESSAGES[(index + Number(s % 3n)) % MESSAGES.length] ?? "";
      for (const v of ["1b", "1c"]) {
        const signer = recoverAddress(message, signatureOf(r, s, v));
        expect([r, s, v, signer]).toEqual([r, s, v, secondOpinion(message, r, s, v)]);
        if (signer !== null) signers += 1;
      }
    }
  }
  // Small numbers are signatures of somebody, of whom nobody has the key.
  expect(signers).toBeGreaterThan(50);
});

test("what somebody signed is nobody else's, and has one twin, which is refused", () => {
  for (const key of [1n, 2n, 3n, ORDER - 1n, ORDER - 2n, ORDER / 2n, GENERATOR]) {
    const address = walletAddress(hex(key));
    for (const message of MESSAGES) {
      const signature = personalSign(message, hex(key));
      const [r, s, v] = [signature.slice(2, 66), signature.slice(66, 130), signature.slice(130)].map((text) =>
        BigInt(`0x${text}`),
      ) as [bigint, bigint, bigint];
      expect(verifyPersonal({ address, message, signature })).toBe(true);
      const twin = signatureOf(r, ORDER - s, v === 27n ? "1c" : "1b");
      expect([recoverAddress(message, twin), verifyPersonal({ address, message, signature: twin })]).toEqual([null, false]);
      const changed = [
        signatureOf(r + 1n, s, "1b"),
        signatureOf(r, s + 1n, "1b"),
        signatureOf(s, r, "1b"),
        signatureOf(r ^ 1n, s, "1c"),
        signatureOf(r, s ^ 1n, "1c"),
        signatureOf(ORDER - r, s, "1b"),
        signatureOf(r, s, v === 27n ? "1c" : "1b"),
      ];
      for (const wrong of changed) expect(verifyPersonal({ address, message, signature: wrong })).toBe(false);
      for (const text of MESSAGES)
        if (text !== message) expect(verifyPersonal({ address, message: text, signature })).toBe(false);
    }
  }
});

test("r beyond the order, whose x the curve would have, is nobody's: there is no place to say so", () => {
  for (let more = 0n; more < 20n; more += 1n) {
    for (const v of ["00", "01", "02", "03", "1b", "1c", "1d", "1e"]) {
      expect(recoverAddress("a", signatureOf(ORDER + more, 5n, v))).toBeNull();
    }
  }
});

test("a signature as DER, as 64 bytes, as more than 65, or in another order is nobody's", () => {
  const signature = personalSign("a", hex(7n)).slice(2);
  const [r, s] = [signature.slice(0, 64), signature.slice(64, 128)];
  const der = `30440220${r}0220${s}`;
  const spellings = [
    der,
    `${der}1b`,
    `${r}${s}`,
    `00${signature}`,
    `${signature}00`,
    `00${r}00${s}1b`,
    `${s}${r}1b`,
    `1b${r}${s}`,
  ];
  const address = walletAddress(hex(7n));
  for (const wrong of spellings) expect(verifyPersonal({ address, message: "a", signature: `0x${wrong}` })).toBe(false);
});
