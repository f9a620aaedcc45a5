import type { ConformCase } from "../../conformCase.ts";
import { serverCase } from "../serverCase.ts";
import type { Stage } from "../stage.ts";

/** What a server says before it is spoken to: the opening message first, and nothing that is wrong. */
export function unasked(stage: Stage): ConformCase {
  const { opening } = stage.contract.session;
  const [what, title] =
    opening === null ? ["unasked", "says nothing wrong unasked"] : ["opening", `says ${opening} first, and once`];
  return serverCase(stage, what, title, async (conversation) => {
    await conversation.linger();
    conversation.staysOpen("before anything was sent");
  });
}
