import type { Conversation } from "./conversation.ts";
import { failed } from "./ended.ts";

/** Ends the case where the connection ended, though nothing was sent that calls for it. */
export function staysOpen({ end }: Conversation, when: string): void {
  if (end !== undefined) throw failed("server-connection", `the connection ${end.text}, ${when}`);
}
