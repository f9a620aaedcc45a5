import { Findings } from "../../../generator/diagnostics.ts";
import type { Json, JsonObject } from "../../../generator/json.ts";
import { buildContract } from "../../../generator/model/buildContract.ts";
import type { Contract } from "../../../generator/model/contract.ts";

/** A contract in which either side sends a value of a schema; undefined where the schema is refused. */
export function valueContract(value: Json, definitions: JsonObject): Contract | undefined {
  const message = (name: string): Json => ({
    payload: { type: "object", required: ["type", "value"], properties: { type: { const: name }, value } },
  });
  const operation = (action: string, name: string): Json => ({
    action,
    channel: { $ref: "#/channels/room" },
    messages: [{ $ref: `#/channels/room/messages/${name}` }],
  });
  const document = {
    ...definitions,
    asyncapi: "3.0.0",
    info: { title: "Room", version: "1.0.0" },
    channels: { room: { address: "/", messages: { set: message("set"), state: message("state") } } },
    operations: { receive: operation("receive", "set"), send: operation("send", "state") },
  };
  const findings = new Findings();
  const contract = buildContract(document, "room", findings);
  return findings.hasErrors ? undefined : contract;
}
