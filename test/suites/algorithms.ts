import { constants, createHmac, generateKeyPairSync, type JsonWebKey, type KeyObject, sign } from "node:crypto";
import type { JwtOptions } from "../../runtime/src/codegen-v1/jwt.ts";
import { rsa } from "../credentials/tokens.ts";

/** Keys of somebody who signs with RSA too. */
export const other = generateKeyPairSync("rsa", { modulusLength: 2048 });

type Signer = (input: string) => Buffer;
type Options = Pick<JwtOptions, "secret" | "key" | "algorithms">;

/** One algorithm: how it signs, what a server that takes it is told, and how another key of the same kind signs. */
export interface Algorithm {
  readonly alg: NonNullable<JwtOptions["algorithms"]>[number];
  readonly sign: Signer;
  readonly otherSign: Signer;
  readonly options: Options;
}

/** Sizes of hashes, and with them of curves. */
export const BITS = ["256", "384", "512"] as const;
const secretOf = (seed: string) => seed.repeat(64);
const hmac =
  (bits: string, secret: string): Signer =>
  (input) =>
    createHmac(`sha${bits}`, secret).update(input).digest();
const rsaSign =
  (bits: string, key: KeyObject, padding: number): Signer =>
  (input) =>
    sign(`sha${bits}`, Buffer.from(input), { key, padding, saltLength: constants.RSA_PSS_SALTLEN_DIGEST });
/** Signs with an elliptic key; DER is what tokens do not use. */
export const ecSign =
  (bits: string, key: KeyObject, dsaEncoding: "ieee-p1363" | "der" = "ieee-p1363"): Signer =>
  (input) =>
    sign(`sha${bits}`, Buffer.from(input), { key, dsaEncoding });
const edSign =
  (key: KeyObject): Signer =>
  (input) =>
    sign(null, Buffer.from(input), key);

/** A key as a JWK. */
export const jwkOf = (key: KeyObject) => key.export({ format: "jwk" }) as JsonWebKey & { readonly kty: string };
const CURVES = { "256": "P-256", "384": "P-384", "512": "P-521" } as const;
const curves = new Map(BITS.map((bits) => [bits, [0, 1].map(() => generateKeyPairSync("ec", { namedCurve: CURVES[bits] }))]));
const [ed, otherEd] = [generateKeyPairSync("ed25519"), generateKeyPairSync("ed25519")];

/** The keys of a curve: an issuer's, and another's private one. */
export function elliptic(bits: (typeof BITS)[number]): {
  own: { publicKey: KeyObject; privateKey: KeyObject };
  other: KeyObject;
} {
  const [own, another] = curves.get(bits) ?? [];
  if (own === undefined || another === undefined) throw new Error("no keys");
  return { own, other: another.privateKey };
}

/** All algorithms that a server may allow. */
export const ALGORITHMS: readonly Algorithm[] = BITS.flatMap((bits): Algorithm[] => {
  const { own, other: otherEc } = elliptic(bits);
  const byRsa = (alg: Algorithm["alg"], padding: number): Algorithm => ({
    alg,
    sign: rsaSign(bits, rsa.privateKey, padding),
    otherSign: rsaSign(bits, other.privateKey, padding),
    options: { key: jwkOf(rsa.publicKey), algorithms: [alg] },
  });
  return [
    {
      alg: `HS${bits}`,
      sign: hmac(bits, secretOf("s")),
      otherSign: hmac(bits, secretOf("t")),
      options: { secret: secretOf("s"), algorithms: [`HS${bits}`] },
    },
    byRsa(`RS${bits}`, constants.RSA_PKCS1_PADDING),
    byRsa(`PS${bits}`, constants.RSA_PKCS1_PSS_PADDING),
    {
      alg: `ES${bits}`,
      sign: ecSign(bits, own.privateKey),
      otherSign: ecSign(bits, otherEc),
      options: { key: jwkOf(own.publicKey), algorithms: [`ES${bits}`] },
    },
  ];
}).concat(
  (["EdDSA", "Ed25519"] as const).map((alg) => ({
    alg,
    sign: edSign(ed.privateKey),
    otherSign: edSign(otherEd.privateKey),
    options: { key: jwkOf(ed.publicKey), algorithms: [alg] },
  })),
);
