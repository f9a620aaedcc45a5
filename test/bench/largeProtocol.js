/** Makes an AsyncAPI document of many messages, as one side's half of a large protocol would be. */
export function largeProtocol(count) {
  const names = Array.from({ length: count }, (_, index) => `message_${index}`);
  const pair = (make) => Object.fromEntries(names.map((name, index) => [name, make(name, index)]));
  const operations = names.map((name, index) => [`operation-${name}`, operation(name, index)]);
  return {
    asyncapi: "3.1.0",
    info: { title: "Large", version: "1.0.0" },
    servers: { default: { host: "localhost", protocol: "ws" } },
    channels: { large: { address: "/", messages: pair((name) => ({ $ref: `#/components/messages/${name}` })) } },
    operations: Object.fromEntries(operations),
    components: { messages: pair(message), schemas: { Item: item } },
  };
}

const item = { type: "object", required: ["name"], properties: { name: { type: "string" }, size: { type: "number" } } };

function message(name, index) {
  const properties = {
    type: { type: "string", const: name },
    id: { type: "string", format: "uuid" },
    count: { type: "integer", minimum: 0 },
    tags: { type: "array", items: { type: "string" } },
    state: { type: "string", enum: ["idle", "busy", "gone"] },
    item: { $ref: "#/components/schemas/Item" },
  };
  const example = { type: name, id: "550e8400-e29b-41d4-a716-446655440000", count: index };
  return {
    name,
    summary: `Message ${index}.`,
    payload: { type: "object", required: ["type", "id"], properties },
    examples: [{ payload: example }],
  };
}

function operation(name, index) {
  const channel = { $ref: "#/channels/large" };
  return { action: index % 2 === 0 ? "send" : "receive", channel, messages: [{ $ref: `#/channels/large/messages/${name}` }] };
}
