import { deriveFixtures } from "../../generator/fixtures/deriveFixtures.ts";
import type { FrameFixture } from "../../generator/fixtures/fixture.ts";
import type { Json } from "../../generator/json.ts";
import type { Contract, Message } from "../../generator/model/contract.ts";

/** The fixtures of a message that are frames. */
export function frameFixtures(contract: Contract, { identifier }: Message): readonly FrameFixture[] {
  const { fixtures = [] } = deriveFixtures(contract).messages.get(identifier) ?? {};
  return fixtures.flatMap((fixture) => (fixture.kind === "frame" ? fixture : []));
}

/** What the ids of whole frames say behind the message; other fixtures are about one place of a frame. */
const WHOLE = /^(example-|minimal$|full$|branch)/;

/** Whole frames of a message: its examples, a minimal and a full one, and one for each branch of a union. */
export function wholeFrames(contract: Contract, message: Message): readonly Json[] {
  const prefix = `${contract.protocol}/${message.name}/`;
  return frameFixtures(contract, message).flatMap(({ id, frame, verdict }) =>
    verdict.ok && WHOLE.test(id.slice(prefix.length)) ? [frame] : [],
  );
}
