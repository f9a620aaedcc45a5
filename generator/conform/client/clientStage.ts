import type { Contract } from "../../model/contract.ts";
import type { FrameReader } from "../../monitor/frameReader.ts";
import type { Place } from "../verdict.ts";
import type { Encode } from "../wire/wire.ts";
import type { PlannedStep } from "./flowPlan.ts";

/** Everything that cases against one client share. */
export interface ClientStage {
  readonly contract: Contract;
  readonly reader: FrameReader;
  readonly encode: Encode;
  /** The program and its arguments: `{url}` and `{scenario}` stand for what it is told in its environment, too. */
  readonly command: readonly string[];
}

/** A flow as it is played for a client. */
export interface PlannedFlow {
  /** What the contract calls it. */
  readonly scenario: string;
  readonly steps: readonly PlannedStep[];
  readonly at: Place;
  /** What the client has to wait for, where the case shows something only of one that does; null where the flow has nothing to wait for. */
  readonly witness?: PlannedStep | null;
}
