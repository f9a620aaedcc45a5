import { pointerOf } from "@wirepact/runtime";
import { compact, get, type Json, type JsonObject } from "../../json.ts";
import type { HoistedSchemas } from "./hoistedSchemas.ts";
import type { NamedMessage } from "./namedMessages.ts";
import { plainJson } from "./plainJson.ts";

/** Prints a message as an AsyncAPI Message Object: https://www.asyncapi.com/docs/reference/specification/v3.1.0#messageObject */
export function printMessage(message: NamedMessage, schemas: HoistedSchemas): JsonObject {
  const { options } = message.definition;
  const pointer = pointerOf(["components", "messages", message.key]);
  const frame = message.group.frame(message.name, message.definition);
  return compact({
    name: message.name,
    summary: options.description,
    payload: frame && schemas.toJson(frame, `${pointer}/payload`),
    examples: printExamples(message, pointer),
    "x-wirepact": printExtension(message),
  });
}

function printExamples({ definition, group }: NamedMessage, pointer: string): Json | undefined {
  const frames = definition.options.examples ?? [];
  const examples = frames.flatMap((example, index) => {
    const frame = plainJson(example, `${pointer}/examples/${index}`);
    const payload = isSocketio(group.kind) ? get(frame, "data") : frame;
    return payload === undefined ? [] : [{ payload }];
  });
  return examples.length > 0 ? examples : undefined;
}

function printExtension({ definition, group }: NamedMessage): JsonObject | undefined {
  const { options } = definition;
  const extension = compact({
    source: options.source,
    body: group.body === "" || isSocketio(group.kind) ? undefined : group.body,
    shape: group.kind === "shape" || undefined,
    lifecycle: group.kind === "lifecycle" || undefined,
    dataOptional: options.bodyOptional,
    deprecated: options.deprecated,
    sunset: options.sunset,
    notes: options.notes,
  });
  return Object.keys(extension).length > 0 ? extension : undefined;
}

/** AsyncAPI's payload of a Socket.IO event is its data; of a WebSocket message, the frame. */
function isSocketio(kind: NamedMessage["group"]["kind"]): boolean {
  return kind === "event" || kind === "lifecycle";
}
