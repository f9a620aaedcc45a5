/** A small AsyncAPI document for tests that change one thing in it: the client says something in a room. */
export function chatDocument(...properties: readonly string[]): string {
  return `asyncapi: 3.1.0
info: { title: Chat, version: 1.0.0 }
channels:
  chat:
    address: /chat
    messages:
      say:
        payload:
          type: object
          required: [type]
          properties:
            type: { const: say }
${properties.map((property) => `            ${property}\n`).join("")}operations:
  receiveSay:
    action: receive
    channel: { $ref: "#/channels/chat" }
    messages:
      - { $ref: "#/channels/chat/messages/say" }
`;
}

/** Named schemas, to go behind such a document. */
export function schemas(named: Readonly<Record<string, string>>): string {
  const entries = Object.entries(named).map(([name, schema]) => `    ${name}: ${schema}\n`);
  return `components:\n  schemas:\n${entries.join("")}`;
}
