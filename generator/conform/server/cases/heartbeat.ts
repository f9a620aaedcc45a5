import type { ConformCase } from "../../conformCase.ts";
import { exampleOf } from "../../wire/exampleOf.ts";
import { saySafely } from "../saySafely.ts";
import { serverCase } from "../serverCase.ts";
import type { Stage } from "../stage.ts";

/** Each ping of the client is answered, once. */
export function heartbeat(stage: Stage): ConformCase[] {
  const words = stage.contract.session.heartbeat;
  const ping = words === null ? undefined : exampleOf(stage.contract, words.ping, "minimal");
  if (words?.from.includes("client") !== true || ping === undefined) return [];
  return [
    serverCase(stage, "heartbeat", `answers each ${words.ping} with ${words.pong}`, async (conversation) => {
      for (const frame of [ping, ping]) {
        saySafely(conversation, frame);
        await conversation.settle();
      }
      await conversation.linger();
      conversation.staysOpen("while pings were answered");
    }),
  ];
}
