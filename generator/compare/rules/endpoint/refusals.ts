import type { RefusalDescriptor } from "@wirepact/runtime";
import type { ContractPair } from "../../contractPair.ts";
import { type Paired, pairByKey } from "../../match/byKey.ts";

/** Refusals of both contracts by their codes: what is said of when is for people. */
export function pairRefusals({ before, after }: ContractPair): Paired<RefusalDescriptor> {
  return pairByKey(before.endpoint.refusals, after.endpoint.refusals, codeOf);
}

/** What a client hears of a refusal. */
export function codeOf(refusal: RefusalDescriptor): string {
  return "status" in refusal ? `HTTP ${refusal.status}` : `close ${refusal.close}`;
}

/** Where refusals stand in a channel. */
export const REFUSALS = "/x-wirepact/refusals";
