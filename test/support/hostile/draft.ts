import { escapeStep } from "@wirepact/runtime";
import type { Json, JsonObject } from "../../../generator/json.ts";

/** An object under construction. A map, so that a key named `__proto__` is a key. */
export type Entries = Map<string, Json>;

/** An AsyncAPI document under construction: one channel whose messages travel both ways. */
export class Draft {
  readonly info: Entries = new Map<string, Json>([
    ["title", "Sample"],
    ["version", "1.0.0"],
  ]);
  readonly server: Entries = new Map<string, Json>([
    ["host", "localhost"],
    ["protocol", "ws"],
  ]);
  readonly channel: Entries = new Map<string, Json>([["address", "/sample"]]);
  readonly channelExtension: Entries = new Map();
  readonly parameters: Entries = new Map();
  readonly query: Entries = new Map();
  readonly operation: Entries = new Map();
  readonly securitySchemes: Entries = new Map();
  readonly schemas: Entries = new Map();
  readonly messages: Entries = new Map();
  readonly extension: Entries = new Map<string, Json>([
    ["version", 1],
    ["protocol", "sample"],
    ["discriminators", { client: ["/type"], server: ["/type"] }],
  ]);
  /** What the message `base` says beside its payload. */
  readonly message: Entries = new Map();
  readonly messageExtension: Entries = new Map();
  readonly examples: Json[] = [];
  /** The properties of its payload. */
  readonly properties: Entries = new Map<string, Json>([["type", { type: "string", const: "base" }]]);
  readonly required: string[] = ["type"];
  /** The properties of an object in the payload that admits no others. */
  readonly closed: Entries = new Map();
  /** What answers every message; nothing by default. */
  operationReply: JsonObject | undefined;
  channelName = "channel";
  operationName = "send";

  /** The document as AsyncAPI has it. */
  document(): JsonObject {
    const messages = new Map([["base", this.#baseMessage()], ...this.messages]);
    const operation = this.#operation([...messages.keys()]);
    return {
      asyncapi: "3.1.0",
      info: object(this.info),
      servers: {
        default: {
          ...object(this.server),
          security: [...this.securitySchemes.keys()].map((name) => reference("components", "securitySchemes", name)),
        },
      },
      channels: { [this.channelName]: this.#channel([...messages.keys()]) },
      operations: {
        [this.operationName]: { action: "send", ...operation },
        "receive-all": { action: "receive", ...operation },
      },
      components: {
        messages: object(messages),
        schemas: object(this.schemas),
        securitySchemes: object(this.securitySchemes),
      },
      "x-wirepact": object(this.extension),
    };
  }

  #baseMessage(): Json {
    return {
      ...object(this.message),
      payload: { type: "object", required: this.required, properties: this.#properties() },
      examples: this.examples,
      "x-wirepact": object(this.messageExtension),
    };
  }

  #properties(): JsonObject {
    const closed: Json = { type: "object", properties: object(this.closed), additionalProperties: false };
    return { ...object(this.properties), ...(this.closed.size > 0 ? { closed } : {}) };
  }

  #channel(keys: readonly string[]): Json {
    const messages = keys.map((key): [string, Json] => [key, reference("components", "messages", key)]);
    return {
      ...object(this.channel),
      parameters: object(this.parameters),
      bindings: { ws: { query: { type: "object", properties: object(this.query) } } },
      messages: Object.fromEntries(messages),
      "x-wirepact": object(this.channelExtension),
    };
  }

  #operation(keys: readonly string[]): JsonObject {
    return {
      ...object(this.operation),
      ...(this.operationReply === undefined ? {} : { reply: this.operationReply }),
      channel: reference("channels", this.channelName),
      messages: keys.map((key) => reference("channels", this.channelName, "messages", key)),
    };
  }
}

/** A `$ref` within the document. A lone surrogate has no percent code and stands as it is. */
export function reference(...steps: readonly string[]): JsonObject {
  return { $ref: `#${steps.map((step) => `/${escapeStep(step).replace(/\P{Cs}+/gu, encodeURIComponent)}`).join("")}` };
}

/** A message told by `type`, with further properties of its payload. */
export function messageOf(type: string, properties: JsonObject = {}): JsonObject {
  return {
    payload: { type: "object", required: ["type"], properties: { type: { type: "string", const: type }, ...properties } },
  };
}

/** Appends to a list that the entries hold. */
export function append(entries: Entries, key: string, item: Json): void {
  const list = entries.get(key);
  entries.set(key, [...(Array.isArray(list) ? list : []), item]);
}

/** Adds a key to an object that the entries hold. */
export function extend(entries: Entries, key: string, name: string, item: Json): void {
  const held = entries.get(key);
  entries.set(key, { ...(held as JsonObject | undefined), [name]: item });
}

function object(entries: Entries): JsonObject {
  return Object.fromEntries(entries);
}
