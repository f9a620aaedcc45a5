import { deriveFixtures } from "../../fixtures/deriveFixtures.ts";
import type { FrameFixture } from "../../fixtures/fixture.ts";
import type { Json } from "../../json.ts";
import type { Contract } from "../../model/contract.ts";

/** The fixtures of a message that are frames. */
export function framesOf(contract: Contract, name: string): readonly FrameFixture[] {
  const { identifier } = contract.messages.find((message) => message.name === name) ?? {};
  const fixtures = deriveFixtures(contract).messages.get(identifier ?? "")?.fixtures ?? [];
  return fixtures.filter((fixture) => fixture.kind === "frame");
}

/** The smallest or the fullest frame of a message; undefined where none could be made. */
export function exampleOf(contract: Contract, name: string, size: "minimal" | "full"): Json | undefined {
  return framesOf(contract, name).find(({ id }) => id === `${contract.protocol}/${name}/${size}`)?.frame;
}
