import { readPointer } from "../pointer.ts";
import type { ProtocolDescriptor } from "../protocol.ts";
import type { CheckOptions, FrameCheck } from "../server/credentials.ts";
import type { UpgradeRequest } from "../server/peer.ts";
import { type FreshnessWindow, walletCheck } from "./walletCheck.ts";

/**
 * A check of one's own in the place of the signature's: gives what is known of the sender, `true` for nothing more than that
 * they are right, and `false`, null or an exception where they are not.
 */
export type VerifyAuth = (auth: unknown, request: UpgradeRequest) => unknown;

/**
 * A server's check of the signature that every frame carries, at the place that the contract says. The option `freshness` bounds
 * the age of signatures, and binds each to its first connection; `verifyAuth` replaces the check, and false turns it off. Gives `{ address }`, in lower case.
 */
export function eip191Check({ endpoint }: ProtocolDescriptor, options: CheckOptions): FrameCheck | undefined {
  const credential = endpoint.credentials.find(({ kind }) => kind === "eip191");
  const given = options["verifyAuth"];
  if (credential?.kind !== "eip191" || given === false) return undefined;
  const verify = given === undefined ? bySignature(freshnessOf(options)) : ownCheck(given);
  return (frame, request) => {
    const reading = readPointer(frame, credential.pointer);
    return verify(reading.found ? reading.value : undefined, request);
  };
}

function bySignature(freshness: FreshnessWindow | undefined): VerifyAuth {
  const check = walletCheck(freshness === undefined ? {} : { freshness });
  return (auth, request) => {
    const verdict = check(auth, request);
    if (!verdict.ok) throw new Error(`eip191: ${verdict.reason}`);
    return { address: verdict.address };
  };
}

function ownCheck(given: unknown): VerifyAuth {
  if (typeof given !== "function") throw new TypeError("eip191: verifyAuth must be a function, or false");
  return async (auth, request) => {
    const known: unknown = await given(auth, request);
    if (known === false || known === null || known === undefined) throw new Error("eip191: refused by verifyAuth");
    return known;
  };
}

function freshnessOf({ freshness }: CheckOptions & { freshness?: unknown }): FreshnessWindow | undefined {
  if (freshness === undefined) return undefined;
  // Its shape is judged just below; what is not a number would let every signature pass or none.
  const window = freshness as FreshnessWindow | null;
  const isWindow = window !== null && Number.isFinite(window.maxAge) && Number.isFinite(window.ahead ?? 0);
  if (!isWindow) throw new TypeError("eip191: freshness must be { maxAge, ahead? } in milliseconds");
  if (typeof (window.reusable ?? false) !== "boolean") throw new TypeError("eip191: freshness.reusable must be true or false");
  return window;
}
