import { Ended, failed } from "../ended.ts";
import { PASS, type Verdict } from "../verdict.ts";
import { Inbox } from "../wire/inbox.ts";
import { Unreachable } from "../wire/peer.ts";
import { Conversation, type HeardMessage } from "./conversation.ts";
import type { Stage } from "./stage.ts";

/** What a case does with a connection, past the opening message: that is given where the contract has one. */
export type Act = (conversation: Conversation, opening: HeardMessage | undefined) => Promise<void>;

/** Runs a case on a connection of its own. It passes unless it is ended otherwise. */
export async function withConversation(stage: Stage, signal: AbortSignal, act: Act): Promise<Verdict> {
  try {
    await converse(stage, signal, act);
    return PASS;
  } catch (error) {
    return verdictOf(error);
  }
}

/** Connects, hears the opening message, acts, and closes. */
export async function converse(stage: Stage, signal: AbortSignal, act: Act): Promise<void> {
  const inbox = new Inbox();
  const peer = await stage.open(stage.target, inbox.put, signal);
  const conversation = new Conversation(stage, peer, inbox, signal);
  try {
    await act(conversation, await openingOf(stage, conversation));
  } finally {
    await conversation.close();
  }
}

function verdictOf(error: unknown): Verdict {
  if (error instanceof Ended) return error.verdict;
  if (error instanceof Unreachable) return { kind: "harness-error", text: error.message };
  throw error;
}

/** The opening message: the monitor tells what else comes first, and this that nothing does. */
async function openingOf({ contract }: Stage, conversation: Conversation): Promise<HeardMessage | undefined> {
  const { opening } = contract.session;
  // What the transport raises by itself is no frame.
  const travels = contract.messages.some(({ name, match }) => name === opening && match.kind !== "lifecycle");
  if (!travels) return undefined;
  const heard = await conversation.hear();
  if (heard.kind === "message") return heard;
  const instead =
    heard.kind === "ended" ? `the connection ${heard.text} before it` : `nothing came ${conversation.signal.reason}`;
  throw failed("opening", `the server's first frame must be ${opening}, and ${instead}`, {
    at: { pointer: "/x-wirepact/opening" },
  });
}
