import type { Contract } from "../../model/contract.ts";
import { createFrameReader } from "../../monitor/frameReader.ts";
import { encoderOf } from "../server/wire.ts";
import type { Suite } from "../suite.ts";
import { clientCases } from "./clientCases.ts";
import type { ClientStage } from "./clientStage.ts";

/** All that a client's program is held against. */
export function clientSuite(contract: Contract, command: readonly string[]): Suite {
  const stage: ClientStage = { contract, reader: createFrameReader(contract), encode: encoderOf(contract), command };
  const closing = new AbortController();
  const within = (signal: AbortSignal) => AbortSignal.any([signal, closing.signal]);
  return {
    cases: clientCases(stage).map((one) => ({ ...one, run: (signal) => one.run(within(signal)) })),
    notes: () => [],
    close: async () => closing.abort("until it was interrupted"),
  };
}
