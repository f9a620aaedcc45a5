import type { Contract } from "../model/contract.ts";
import { followSession, type SessionMonitor } from "../session/sessionMonitor.ts";
import { createFrameReader, type FrameReader } from "./frameReader.ts";

export type { SessionFrame, SessionMonitor } from "../session/sessionMonitor.ts";

/** What a monitor may be given. */
export interface MonitorOptions {
  /** The contract's validators, where somebody has compiled them already. */
  readonly reader?: FrameReader;
}

/** Starts to follow a session of a contract, with the validators that its package gets. */
export function createMonitor(contract: Contract, { reader = createFrameReader(contract) }: MonitorOptions = {}): SessionMonitor {
  return followSession(contract, reader);
}
