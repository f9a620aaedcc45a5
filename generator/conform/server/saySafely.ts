import type { Json } from "../../json.ts";
import { broken } from "../ended.ts";
import type { Wire } from "../wire/peer.ts";
import type { Conversation } from "./conversation.ts";

/** Sends a frame that is legal there by all that is known. Where it is not, the case is at fault. */
export function saySafely(conversation: Conversation, frame: Json, wire?: Wire): void {
  const refusal = conversation.say(frame, wire);
  if (refusal !== undefined) throw broken(`the case would send what is wrong itself: ${refusal.text}`);
}
