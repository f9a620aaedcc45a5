import type { ConformCase } from "../conformCase.ts";
import type { Stage } from "./stage.ts";
import { type Act, withConversation } from "./withConversation.ts";

/** A case that runs on a connection of its own. `what` is its name behind `server/<protocol>/`. */
export function serverCase(stage: Stage, what: string, title: string, act: Act): ConformCase {
  return {
    id: `server/${stage.contract.protocol}/${what}`,
    title,
    run: (signal) => withConversation(stage, signal, act),
  };
}
