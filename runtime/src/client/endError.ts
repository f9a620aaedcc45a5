import { cut } from "../error.ts";
import { WirepactError } from "../wirepactError.ts";
import { BROKEN, NORMAL } from "./closeCodes.ts";
import type { TransportEnd } from "./transport.ts";

/** What a connection's end is judged by. */
export interface EndContext {
  readonly address: string;
  /** Close codes by which the contract's servers refuse. */
  readonly refusals: ReadonlySet<number>;
}

/** Says why a connection ended, by what the transport tells and how far it had come. */
export function endError(end: TransportEnd, phase: string, { address, refusals }: EndContext): WirepactError {
  const { code, status } = end;
  const reason = cut(end.reason);
  const facts = { closeCode: code, closeReason: reason };
  const because = reason === "" ? "" : `: ${reason}`;
  if (status !== undefined) return new WirepactError("refused", `${address}: HTTP ${status}${because}`, { ...facts, status });
  const wasReady = phase === "ready";
  if (refusals.has(code) || (!wasReady && code !== BROKEN)) {
    return new WirepactError("refused", `${address}: closed with ${code}${because}`, facts);
  }
  if (!wasReady) return new WirepactError("unreachable", `${address}: no connection${because}`, facts);
  return new WirepactError("closed", `${address}: the connection closed with ${code}${because}`, facts);
}

/** Refusals of HTTP that may be gone a moment later. */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429]);

/** Whether the server means it: another attempt would end the same way. */
export function isFinal({ code, status, closeCode }: WirepactError, refusals: ReadonlySet<number>): boolean {
  if (status !== undefined) return status >= 400 && status < 500 && !PASSING.has(status);
  return closeCode === NORMAL || (code === "refused" && closeCode !== undefined && refusals.has(closeCode));
}
