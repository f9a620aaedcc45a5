import { type PrivateKey, personalSign, walletAddress } from "./personalSign.ts";
import { signWorkflow } from "./presetSignature.ts";
import type { PersonalSignature } from "./verifyPersonal.ts";

/** What Flowork's GUI writes before the time when it proves who it is. */
export const FLOWORK_STATEMENT = "Flowork GUI-to-Engine Authentication: ";

/** What {@link walletAuth} may be told. */
export interface WalletAuthOptions {
  /** What is signed before the time; Flowork's statement by default. */
  readonly statement?: string;
  /** The time in milliseconds since 1970; the machine's clock by default. */
  readonly now?: () => number;
}

/** A key that signs: called, it proves who it is, anew every time. */
export interface WalletAuth {
  (): PersonalSignature;
  /** The address that the key signs for. */
  readonly address: string;
  /** What Flowork's `save_preset` carries beside the frame's own signature. */
  signPreset(workflowData: unknown): string;
}

/**
 * Signs with a key that lies in memory, for programs and tests; in a browser a wallet asks its user. What it returns makes
 * a new signature whenever it is called: `connectFlowork(url, { auth: walletAuth(key) })` signs anew for every attempt.
 */
export function walletAuth(privateKey: PrivateKey, options: WalletAuthOptions = {}): WalletAuth {
  const { statement = FLOWORK_STATEMENT, now = Date.now } = options;
  const address = walletAddress(privateKey);
  const prove = () => {
    const message = `${statement}${now()}`;
    return { address, message, signature: personalSign(message, privateKey) };
  };
  const signPreset = (workflowData: unknown) => signWorkflow(workflowData, privateKey);
  return Object.assign(prove, { address, signPreset });
}
