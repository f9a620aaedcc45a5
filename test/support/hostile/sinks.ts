import type { Json, JsonObject } from "../../../generator/json.ts";
import { append, Draft, extend, messageOf, reference } from "./draft.ts";

/** Puts a string into one place of a document. The number tells several strings in the same place apart. */
export type Sink = (draft: Draft, payload: string, index: number) => void;

/** A document with some strings in some places. */
export function documentWith(puts: readonly (readonly [Sink, string])[]): JsonObject {
  const draft = new Draft();
  for (const [index, [sink, payload]] of puts.entries()) sink(draft, payload, index);
  return draft.document();
}

/** Places that hold one string each. */
export const singleSinks: Readonly<Record<string, Sink>> = {
  "info.title": (draft, payload) => draft.info.set("title", payload),
  "info.version": (draft, payload) => draft.info.set("version", payload),
  "info.description": (draft, payload) => draft.info.set("description", payload),
  "info.license": (draft, payload) => draft.info.set("license", { name: payload }),
  "info.contact": (draft, payload) => draft.info.set("contact", { name: payload }),
  "server host": (draft, payload) => draft.server.set("host", payload),
  "server path": (draft, payload) => draft.server.set("pathname", payload),
  "server protocol": (draft, payload) => draft.server.set("protocol", payload),
  "server description": (draft, payload) => draft.server.set("description", payload),
  "content type": (draft, payload) => draft.message.set("contentType", payload),
  "channel name": (draft, payload) => {
    draft.channelName = payload;
  },
  "channel address": (draft, payload) => draft.channel.set("address", payload),
  "channel summary": (draft, payload) => draft.channel.set("summary", payload),
  "operation id": (draft, payload) => {
    draft.operationName = payload;
  },
  "operation summary": (draft, payload) => draft.operation.set("summary", payload),
  "message summary": (draft, payload) => draft.message.set("summary", payload),
  "deprecated note": (draft, payload) => draft.messageExtension.set("deprecated", payload),
  "message source": (draft, payload) => draft.messageExtension.set("source", payload),
  topic: (draft, payload) =>
    draft.extension.set("topics", {
      subscribe: "base",
      unsubscribe: "base",
      pointer: "/topic",
      topics: { [payload]: { messages: ["base"] } },
    }),
  "error code": (draft, payload) => draft.extension.set("errors", errors({ [payload]: "An error." })),
  "text of an error code": (draft, payload) => draft.extension.set("errors", errors({ CODE: payload })),
  "package name": (draft, payload) => draft.extension.set("package", payload),
  "protocol name": (draft, payload) => draft.extension.set("protocol", payload),
};

/** Places that hold many strings, in which they also meet each other. */
export const sharedSinks: Readonly<Record<string, Sink>> = {
  "message key": (draft, payload, index) => draft.messages.set(payload, messageOf(`key ${index}`)),
  "message name": (draft, payload, index) =>
    draft.messages.set(`name ${index}`, { ...messageOf(`name ${index}`), name: payload }),
  "message title": (draft, payload, index) =>
    draft.messages.set(`title ${index}`, { ...messageOf(`title ${index}`), title: payload }),
  "message description": (draft, payload, index) =>
    draft.messages.set(`text ${index}`, { ...messageOf(`text ${index}`), description: payload }),
  "example program": (draft, payload) => void draft.extension.set("example", payload),
  "message note": (draft, payload) => append(draft.messageExtension, "notes", payload),
  "message body": (draft, payload, index) =>
    draft.messages.set(`body ${index}`, {
      ...messageOf(`body ${index}`, { [payload]: { type: "object", properties: { text: { type: "string" } } } }),
      "x-wirepact": { body: `/${payload.replaceAll("~", "~0").replaceAll("/", "~1")}` },
    }),
  "discriminator value": (draft, payload, index) => draft.messages.set(`value ${index}`, messageOf(payload)),
  "discriminator of a union": (draft, payload, index) => draft.properties.set(`union ${index}`, union(payload, ["a", "b"])),
  "value in a union": (draft, payload, index) => draft.properties.set(`union ${index}`, union("kind", [payload, "other"])),
  "required property": (draft, payload) => {
    draft.properties.set(payload, { type: "string" });
    draft.required.push(payload);
  },
  "optional property": (draft, payload) => draft.properties.set(payload, { type: "string" }),
  "property of a closed object": (draft, payload) => draft.closed.set(payload, { type: "string" }),
  "property title": (draft, payload, index) => field(draft, index, { title: payload }),
  "property description": (draft, payload, index) => field(draft, index, { description: payload }),
  "comment of a property": (draft, payload, index) => field(draft, index, { $comment: payload }),
  "extension of a property": (draft, payload, index) => field(draft, index, { "x-text": payload, [`x-${payload}`]: 1 }),
  "enum value": (draft, payload, index) => field(draft, index, { enum: [payload, "other"] }),
  "value of an open enum": (draft, payload, index) =>
    draft.properties.set(`field ${index}`, { anyOf: [{ type: "string", enum: [payload, "other"] }, { type: "string" }] }),
  const: (draft, payload, index) => field(draft, index, { const: payload }),
  "const inside a list": (draft, payload, index) =>
    draft.properties.set(`field ${index}`, { const: [payload, { [payload]: 1 }] }),
  default: (draft, payload, index) => field(draft, index, { default: payload }),
  "default of a list": (draft, payload, index) =>
    draft.properties.set(`field ${index}`, { type: "array", default: [payload, { [payload]: payload }] }),
  pattern: (draft, payload, index) => field(draft, index, { pattern: payload }),
  "pattern of property names": (draft, payload, index) =>
    draft.properties.set(`field ${index}`, { type: "object", patternProperties: { [payload]: { type: "string" } } }),
  example: (draft, payload) => draft.examples.push({ name: payload, payload: { type: "base", text: payload, [payload]: 1 } }),
  "example of a property": (draft, payload, index) => field(draft, index, { examples: [payload] }),
  "named schema": (draft, payload, index) => {
    draft.schemas.set(payload, { type: "object", properties: { text: { type: "string" } } });
    draft.properties.set(`field ${index}`, reference("components", "schemas", payload));
  },
  "description of a named schema": (draft, payload, index) => {
    draft.schemas.set(`Schema ${index}`, { type: "string", description: payload });
    draft.properties.set(`field ${index}`, reference("components", "schemas", `Schema ${index}`));
  },
  "query parameter": (draft, payload) => draft.query.set(payload, { type: "string" }),
  "description of a query parameter": (draft, payload, index) => draft.query.set(`query ${index}`, { description: payload }),
  "path parameter": (draft, payload) => draft.parameters.set(payload, { description: "A parameter." }),
  "description of a path parameter": (draft, payload, index) => draft.parameters.set(`path ${index}`, { description: payload }),
  "security scheme": (draft, payload) => draft.securitySchemes.set(payload, { type: "http", scheme: "bearer" }),
  "description of a security scheme": (draft, payload, index) =>
    draft.securitySchemes.set(`scheme ${index}`, { type: "http", scheme: "bearer", description: payload }),
  "algorithm of a security scheme": (draft, payload, index) =>
    draft.securitySchemes.set(`scheme ${index}`, { type: "http", "x-wirepact": { kind: "jwt", algorithms: [payload] } }),
  "key in the query": (draft, payload, index) =>
    draft.securitySchemes.set(`key ${index}`, { type: "httpApiKey", in: "query", name: payload, description: payload }),
  "key in a header": (draft, payload, index) =>
    draft.securitySchemes.set(`header ${index}`, { type: "httpApiKey", in: "header", name: payload, description: payload }),
  setting: (draft, payload) => append(draft.channelExtension, "settings", payload),
  refusal: (draft, payload) => append(draft.channelExtension, "refusals", { status: 404, when: payload }),
  "close code": (draft, payload) => append(draft.channelExtension, "closes", { code: 4000, from: "server", when: payload }),
  note: (draft, payload) => append(draft.extension, "notes", { text: payload }),
  "source of a note": (draft, payload) => append(draft.extension, "notes", { text: "A note.", source: payload }),
  "scenario name": (draft, payload) => append(draft.extension, "scenarios", { ...scenario(), name: payload }),
  "scenario description": (draft, payload) => append(draft.extension, "scenarios", { ...scenario(), description: payload }),
  "scenario frame": (draft, payload) =>
    append(draft.extension, "scenarios", { ...scenario(), steps: [{ from: "client", frame: { type: "base", text: payload } }] }),
  "state machine": (draft, payload) => extend(draft.extension, "machines", payload, machine("open")),
  "state of a machine": (draft, payload, index) => extend(draft.extension, "machines", `machine ${index}`, machine(payload)),
  codec: (draft, payload) => extend(draft.extension, "codecs", payload, { description: "A codec.", layout: [] }),
  "part of a codec": (draft, payload, index) =>
    extend(draft.extension, "codecs", `codec ${index}`, { description: "A codec.", layout: [{ name: payload, kind: "text" }] }),
  "HTTP operation": (draft, payload) => extend(draft.extension, "http", payload, http("/session")),
  "path of an HTTP operation": (draft, payload, index) => extend(draft.extension, "http", `http ${index}`, http(payload)),
};

function field(draft: Draft, index: number, keywords: JsonObject): void {
  draft.properties.set(`field ${index}`, { type: "string", ...keywords });
}

function union(discriminator: string, values: readonly string[]): Json {
  const branches = values.map((value) => ({
    type: "object",
    required: [discriminator],
    properties: { [discriminator]: { type: "string", const: value } },
  }));
  return {
    type: "object",
    discriminator,
    required: [discriminator],
    properties: { [discriminator]: { type: "string" } },
    oneOf: branches,
  };
}

function scenario(): JsonObject {
  return { name: "A scenario", description: "What happens.", steps: [{ from: "client", frame: { type: "base" } }] };
}

function errors(codes: JsonObject): JsonObject {
  return { message: "base", pointer: "/code", codes };
}

function machine(state: string): Json {
  return {
    message: "base",
    description: "A machine.",
    key: "/id",
    state: "/state",
    initial: [state],
    transitions: { [state]: [] },
  };
}

function http(path: string): Json {
  return { method: "POST", path, description: "An operation.", status: 200, response: true };
}
