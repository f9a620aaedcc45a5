import { readPointer } from "@wirepact/runtime";
import { gatesOf } from "@wirepact/runtime/laws";
import { setAt } from "../../../fixtures/setAt.ts";
import type { Json } from "../../../json.ts";
import type { ConformCase } from "../../conformCase.ts";
import { exampleOf } from "../../wire/exampleOf.ts";
import { playFlow } from "../playFlow.ts";
import { serverCase } from "../serverCase.ts";
import type { Stage } from "../stage.ts";
import type { Step } from "../turn.ts";
import { flowsOf, nameOf } from "./flows.ts";

/** The flows in which messages of topics come, played by a client that hears no topic: they must not come. */
export function topics(stage: Stage): ConformCase[] {
  const words = stage.contract.session.topics;
  const leave = leaveAll(stage);
  if (words === null || leave === undefined) return [];
  const gated = gatesOf(words);
  return flowsOf(stage).flatMap(({ id, steps }) => {
    const own = steps.findIndex(({ message }) => message === words.subscribe || message === words.unsubscribe);
    const played = own < 0 ? steps : steps.slice(0, own);
    if (!played.some(({ message }) => gated.has(message))) return [];
    const [opening, ...others] = played;
    const silent = [opening, leave, ...others].filter((step): step is Step => step !== undefined && !gated.has(step.message));
    const title = "sends no message of a topic to a connection that has left it";
    return serverCase(stage, `topics/${nameOf(stage, id).replace(/^flow\//, "")}`, title, (conversation, heard) =>
      playFlow(stage, silent, conversation, heard),
    );
  });
}

/** A step with which the client leaves every topic. */
function leaveAll({ contract }: Stage): Step | undefined {
  const words = contract.session.topics;
  const frame = words === null ? undefined : exampleOf(contract, words.unsubscribe, "full");
  if (words === null || frame === undefined || !readPointer(frame, words.pointer).found) return undefined;
  const names: Json = words.topics.map(({ name }) => name);
  return { from: "client", message: words.unsubscribe, frame: setAt(frame, words.pointer, names) };
}
