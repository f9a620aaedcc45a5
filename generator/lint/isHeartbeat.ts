import type { Contract } from "../model/contract.ts";
import { bareName } from "./casing.ts";

const NAMES: ReadonlySet<string> = new Set(["ping", "heartbeat", "keepalive"]);

/** Whether a request only asks whether the other side lives, as the contract says or as its name does: it cannot fail, and any answer will do. */
export function isHeartbeat({ session }: Contract, request: string): boolean {
  return session.heartbeat?.ping === request || NAMES.has(bareName(request));
}
