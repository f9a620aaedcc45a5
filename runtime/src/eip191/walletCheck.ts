import { Claims } from "./claims.ts";
import { type PersonalSignature, verifyPersonal } from "./verifyPersonal.ts";
import { FLOWORK_STATEMENT } from "./walletAuth.ts";

/** How old a signature may be. Without it a signature holds for ever, and whoever once read it can send it again. */
export interface FreshnessWindow {
  /** Milliseconds since it was signed. */
  readonly maxAge: number;
  /** Milliseconds by which the signer's clock may be ahead; 0 by default. */
  readonly ahead?: number;
  /** What must stand before the time; Flowork's statement by default. */
  readonly statement?: string;
  /**
   * Whether a signature holds on every connection that comes with it. By default it belongs to the first, so that whoever once read
   * it can send it nowhere else while it is fresh; a client signs anew for each connection.
   */
  readonly reusable?: boolean;
}

/** What {@link walletCheck} may be told. */
export interface WalletCheckOptions {
  /** Off by default: old clients of Flowork use one signature for long. */
  readonly freshness?: FreshnessWindow;
  /** The time in milliseconds since 1970; the machine's clock by default. */
  readonly now?: () => number;
}

/** What was found of an `auth`: the signer's address in lower case, or why it was refused. */
export type WalletVerdict =
  | { readonly ok: true; readonly address: string }
  | { readonly ok: false; readonly reason: "malformed" | "stale" | "signature" | "replayed" };

/**
 * Checks one `auth`. Never throws. Where signatures must be fresh, and the connection is given that it came over, one object for
 * each, the signature holds on no other.
 */
export type WalletCheck = (auth: unknown, connection?: object) => WalletVerdict;

/** Makes the check of a server's frames. A signature that was found right is remembered, since each frame carries one. */
export function walletCheck({ freshness, now = Date.now }: WalletCheckOptions = {}): WalletCheck {
  const known = new KnownSignatures();
  const isOwn = ownership(freshness);
  return (auth, connection) => {
    const signed = readAuth(auth);
    if (signed === null) return { ok: false, reason: "malformed" };
    const time = now();
    if (freshness !== undefined && !isFresh(signed.message, freshness, time)) return { ok: false, reason: "stale" };
    const address = signed.address.toLowerCase();
    if (!known.verify({ ...signed, address })) return { ok: false, reason: "signature" };
    return isOwn(`${address} ${signed.message}`, connection, time) ? { ok: true, address } : { ok: false, reason: "replayed" };
  };
}

/** Whether what was signed belongs to a connection. The signature itself does not tell: it can be spelt in several ways. */
function ownership(
  freshness: FreshnessWindow | undefined,
): (signed: string, connection: object | undefined, now: number) => boolean {
  if (freshness === undefined || freshness.reusable === true) return () => true;
  const claims = new Claims();
  const lasting = freshness.maxAge + (freshness.ahead ?? 0);
  return (signed, connection, now) => connection === undefined || claims.claim(signed, connection, now + lasting, now);
}

function readAuth(auth: unknown): PersonalSignature | null {
  if (typeof auth !== "object" || auth === null) return null;
  const { address, message, signature }: Partial<Record<keyof PersonalSignature, unknown>> = auth;
  const areTexts = typeof address === "string" && typeof message === "string" && typeof signature === "string";
  return areTexts ? { address, message, signature } : null;
}

/** The message must be the statement and a time, and nothing else: what stands beside could be put there for another reader. */
function isFresh(message: string, { maxAge, ahead = 0, statement = FLOWORK_STATEMENT }: FreshnessWindow, now: number): boolean {
  if (!message.startsWith(statement)) return false;
  const time = message.slice(statement.length);
  if (!/^\d{1,15}$/.test(time)) return false;
  const age = now - Number(time);
  return age <= maxAge && age >= -ahead;
}

const REMEMBERED = 1000;
const LONGEST = 1000;

/** The last signatures that held. Failures are not kept: they would push out those that hold. */
class KnownSignatures {
  readonly #held = new Set<string>();

  verify(signed: PersonalSignature): boolean {
    const key = JSON.stringify([signed.address, signed.message, signed.signature]);
    if (this.#held.has(key)) return true;
    if (!verifyPersonal(signed)) return false;
    if (key.length <= LONGEST) this.#remember(key);
    return true;
  }

  #remember(key: string): void {
    if (this.#held.size >= REMEMBERED) this.#held.clear();
    this.#held.add(key);
  }
}
