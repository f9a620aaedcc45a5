import { type ReplyDescriptor, readPointer } from "@wirepact/runtime";
import { setAt } from "../../../fixtures/setAt.ts";
import type { Json } from "../../../json.ts";
import type { ConformCase } from "../../conformCase.ts";
import { exampleOf } from "../../wire/exampleOf.ts";
import { saySafely } from "../saySafely.ts";
import { serverCase } from "../serverCase.ts";
import type { Stage } from "../stage.ts";

/** Two requests of a kind are under way at once, and each gets its own answer. */
export function replies(stage: Stage): ConformCase[] {
  const { contract } = stage;
  const senders = new Map(contract.messages.map(({ name, from }) => [name, from]));
  return contract.replies.flatMap((pair) => {
    const full = exampleOf(contract, pair.request, "full");
    if (full === undefined || senders.get(pair.request)?.includes("client") !== true) return [];
    return serverCase(stage, `replies/${pair.request}`, `answers each of two ${pair.request} at once`, async (conversation) => {
      saySafely(conversation, named(stage, pair, full, "1"));
      // Where only one may be under way, the second is not sent.
      conversation.say(named(stage, pair, full, "2"));
      await conversation.settle();
      await conversation.catchUp();
      conversation.staysOpen(`after two ${pair.request}`);
    });
  });
}

/** The request, with names of its own at the places by which answers are paired. */
function named({ reader }: Stage, { match }: ReplyDescriptor, frame: Json, name: string): Json {
  return match.reduce((before, [asked]) => {
    const reading = readPointer(before, asked);
    if (!reading.found || typeof reading.value !== "string") return before;
    const renamed = setAt(before, asked, `${reading.value}-${name}`);
    return reader.client(renamed).ok ? renamed : before;
  }, frame);
}
