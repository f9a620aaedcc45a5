import type { ConformCase } from "../../conformCase.ts";
import { Ended, failed } from "../../ended.ts";
import { exampleOf } from "../../wire/exampleOf.ts";
import type { Conversation } from "../conversation.ts";
import { serverCase } from "../serverCase.ts";
import type { Stage } from "../stage.ts";
import { converse } from "../withConversation.ts";

/** What one connection asks for is told to it alone: another one that is idle hears nothing of it. */
export function isolation(stage: Stage): ConformCase[] {
  const { messages, replies, session } = stage.contract;
  const isAsked = new Set([...replies.map(({ request }) => request), ...session.streams.map(({ start }) => start)]);
  const asked = messages.filter(({ name, from }) => from.includes("client") && isAsked.has(name)).map(({ name }) => name);
  if (asked.length === 0) return [];
  const title = "tells what one connection asks for to no other";
  return [
    serverCase(stage, "isolation", title, async (idle) => {
      // What is wrong with it before anybody asks is not told here.
      await idle.linger();
      for (const message of asked) {
        await ask(stage, message, idle.signal);
        await hearNothing(idle, message);
      }
      idle.staysOpen("while another one asked");
    }),
  ];
}

/** Asks on a connection of its own, and waits for all that is owed. */
async function ask(stage: Stage, message: string, signal: AbortSignal): Promise<void> {
  const frame = exampleOf(stage.contract, message, "minimal");
  if (frame === undefined) return;
  await converse(stage, signal, async (asking) => {
    asking.say(frame);
    await asking.settle();
    await asking.catchUp();
  });
}

/** The monitor of the idle connection knows of no request: what answers one breaks its rules. */
async function hearNothing(idle: Conversation, message: string): Promise<void> {
  try {
    await idle.catchUp();
  } catch (error) {
    if (!(error instanceof Ended) || error.verdict.kind !== "fail") throw error;
    const { rule, text, at, frame } = error.verdict;
    const known = { ...(at === undefined ? {} : { at }), ...(frame === undefined ? {} : { frame }) };
    const isTold = rule === "reply" || rule === "reply-fields" || rule === "stream";
    if (!isTold) throw error;
    throw failed("server-isolation", `while another connection asked with ${message}: ${text}`, known);
  }
}
