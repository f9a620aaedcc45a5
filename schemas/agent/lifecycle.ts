import { message, Type } from "wirepact/define";

export const connect = message({
  description: "The connection is up. Raised by the transport; the greeting itself travels as `connected`.",
  source: "agent.md:25",
  fields: { data: Type.String({ description: "A greeting for people." }) },
  bodyOptional: true,
  examples: [{ event: "connect", data: { data: "Connected to agent" } }, { event: "connect" }],
  notes: ["Socket.IO reserves the name: no event of the server can carry it."],
});

export const disconnect = message({
  description: "The connection is gone. Raised by the transport, with its reason where it gives one.",
  source: "agent.md:46",
  body: Type.String({
    description:
      "Socket.IO's reason. After `io server disconnect` the client has to connect again itself; after a lost connection Socket.IO does.",
  }),
  bodyOptional: true,
  examples: [{ event: "disconnect" }, { event: "disconnect", data: "io server disconnect" }],
  notes: ["Socket.IO reserves the name: no event of the server can carry it."],
});
