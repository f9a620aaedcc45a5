import type { Contract } from "../../model/contract.ts";
import { createFrameReader } from "../../monitor/frameReader.ts";
import { closable, type Suite } from "../suite.ts";
import { encoderOf } from "../wire/wire.ts";
import { clientCases } from "./clientCases.ts";
import type { ClientStage } from "./clientStage.ts";

/** All that a client's program is held against. */
export function clientSuite(contract: Contract, command: readonly string[]): Suite {
  const stage: ClientStage = { contract, reader: createFrameReader(contract), encode: encoderOf(contract), command };
  return closable(clientCases(stage));
}
