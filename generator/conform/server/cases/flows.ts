import { deriveFixtures } from "../../../fixtures/deriveFixtures.ts";
import type { ScenarioFixture } from "../../../fixtures/fixture.ts";
import type { ConformCase } from "../../conformCase.ts";
import { playFlow } from "../playFlow.ts";
import { serverCase } from "../serverCase.ts";
import type { Stage } from "../stage.ts";

/** The flows of the document, each played with a client of ours. */
export function flows(stage: Stage): ConformCase[] {
  return flowsOf(stage).map(({ id, reason, steps }) =>
    serverCase(stage, nameOf(stage, id), reason, (conversation, opening) => playFlow(stage, steps, conversation, opening)),
  );
}

/** The flows of a contract. */
export function flowsOf({ contract }: Stage): readonly ScenarioFixture[] {
  return deriveFixtures(contract).flows.fixtures.filter((fixture) => fixture.kind === "scenario");
}

/** The name of a fixture within its protocol. */
export function nameOf({ contract }: Stage, id: string): string {
  return id.slice(contract.protocol.length + 1);
}
