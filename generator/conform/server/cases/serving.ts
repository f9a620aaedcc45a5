import type { ConformCase } from "../../conformCase.ts";
import { exampleOf } from "../../wire/exampleOf.ts";
import { saySafely } from "../saySafely.ts";
import { serverCase } from "../serverCase.ts";
import type { Stage } from "../stage.ts";

/** After all that was done to it, the server serves as at the beginning. */
export function serving(stage: Stage): ConformCase {
  const { replies, session } = stage.contract;
  const asked = [
    ...(session.heartbeat?.from.includes("client") ? [session.heartbeat.ping] : []),
    ...replies.map((one) => one.request),
  ];
  const frame = asked.map((name) => exampleOf(stage.contract, name, "minimal")).find((one) => one !== undefined);
  return serverCase(stage, "serving", "still serves after all of this", async (conversation) => {
    if (frame !== undefined) saySafely(conversation, frame);
    await conversation.settle();
    await conversation.catchUp();
    conversation.staysOpen("though all was legal");
  });
}
