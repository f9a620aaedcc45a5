import { Findings } from "../../generator/diagnostics.ts";
import type { Json, JsonObject } from "../../generator/json.ts";
import { buildContract } from "../../generator/model/buildContract.ts";
import type { Contract } from "../../generator/model/contract.ts";

/** A request and what answers it, as operations say it. */
export interface Pair {
  readonly request: string;
  readonly replies: readonly string[];
  readonly errors?: readonly string[];
  readonly match?: readonly (readonly [asked: string, answered: string])[];
}

/** The messages of each side, their properties, the pairs, and what the extension says of the rest. */
export interface SessionContract {
  readonly client: readonly string[];
  readonly server: readonly string[];
  readonly properties?: Readonly<Record<string, JsonObject>>;
  readonly pairs?: readonly Pair[];
  readonly root?: JsonObject;
}

/** The document of a contract whose messages a `type` tells apart, and that is about sessions. */
export function sessionDocument({ client, server, properties = {}, pairs = [], root = {} }: SessionContract): JsonObject {
  const names = [...new Set([...client, ...server])];
  const messages = Object.fromEntries(names.map((name) => [name, { name, payload: payloadOf(name, properties[name] ?? {}) }]));
  const refer = (sent: readonly string[]) => sent.map((name) => ({ $ref: `#/channels/chat/messages/${name}` }));
  const channel = { $ref: "#/channels/chat" };
  const operations: Record<string, Json> = {};
  for (const [action, sent] of [["receive", client] as const, ["send", server] as const]) {
    const paired = pairs.filter(({ request }) => sent.includes(request));
    for (const { request, replies, errors = [], match = [] } of paired) {
      const reply = {
        ...(errors.length > 0 ? { errors } : {}),
        ...(match.length > 0 ? { match: match.map((pair) => [...pair]) } : {}),
      };
      operations[`${action}-${request}`] = {
        action,
        channel,
        messages: refer([request]),
        reply: { channel, messages: refer([...replies, ...errors]) },
        ...(Object.keys(reply).length > 0 ? { "x-wirepact": { reply } } : {}),
      };
    }
    const others = sent.filter((name) => !paired.some(({ request }) => request === name));
    if (others.length > 0) operations[action] = { action, channel, messages: refer(others) };
  }
  return {
    asyncapi: "3.0.0",
    info: { title: "chat", version: "1.0.0" },
    channels: { chat: { address: "/", messages } },
    operations,
    "x-wirepact": { version: 1, protocol: "chat", ...root },
  };
}

/** The contract of such a document. */
export function sessionContract(parts: SessionContract): Contract {
  const findings = new Findings();
  const contract = buildContract(sessionDocument(parts), "chat", findings);
  if (contract === undefined) throw new TypeError(JSON.stringify(findings.all));
  return contract;
}

/** An object that has its type, and may have more. */
function payloadOf(name: string, { required = [], ...properties }: JsonObject): JsonObject {
  return {
    type: "object",
    required: ["type", ...(required as readonly string[])],
    properties: { type: { const: name }, ...properties },
    additionalProperties: false,
  };
}
