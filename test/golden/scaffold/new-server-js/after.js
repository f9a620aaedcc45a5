import { serveChat, WirepactError } from "@wirepact/chat/server";

/**
 * What the server does with each message.
 * @type {import("@wirepact/chat/server").ChatHandlers}
 */
export const handlers = {
  /** First frame of every connection. */
  welcome(_session) {
    // TODO: an example of the contract; give what is yours.
    return { rooms: ["garden"] };
  },
  /** Says something in a room. */
  say(_message, _session) {
    throw new WirepactError("rejected", "say is not implemented");
  },
  /** Says something to one of them. *​/ Not answered. */
  whisper(_message, _session) {
    throw new WirepactError("rejected", "whisper is not implemented");
  },
  /** Builds a room. */
  constructorMessage(_message, _session) {
    throw new WirepactError("rejected", "constructorMessage is not implemented");
  },
  /** Names a room's kind. */
  proto(_message, _session) {
    throw new WirepactError("rejected", "proto is not implemented");
  },
};

const server = serveChat(handlers);
await server.listen(Number(process.env["PORT"] ?? 4000));
console.log("chat: listening on port", server.port);
