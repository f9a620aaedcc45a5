import type { Contract } from "../../model/contract.ts";
import { type Ended, failed, skipped } from "../ended.ts";
import type { Place } from "../verdict.ts";
import type { PeerEnd } from "../wire/peer.ts";

/**
 * Ends a case in which the connection ended though nothing was sent that calls for it. A close that the contract has for something that
 * may happen to a connection is legal, and then nothing was shown.
 */
export function endedBy({ endpoint }: Contract, { how, code, text }: PeerEnd, when: string, at?: Place): Ended {
  const close = endpoint.closes.find((one) => how === "closed" && one.from === "server" && one.code === code);
  if (close !== undefined) return skipped(`the connection ${text}, which the contract has for: ${close.when}`);
  return failed("server-connection", `the connection ${text}${when}`, at === undefined ? {} : { at });
}
