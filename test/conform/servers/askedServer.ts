import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import type { Tried } from "../support/tryServer.ts";

/** A frame of a client that is an object. */
export type Frame = Readonly<Record<string, unknown>>;

/** What a server of requests and answers does, of plain `ws`. */
export interface Asked {
  readonly path: string;
  readonly greeting?: object;
  /** What is said to a frame, and to whom. */
  readonly answer: (frame: Frame, reply: (answer: object) => void, tellAll: (answer: object) => void) => void;
}

/** Starts a server that knows nothing of Wirepact. */
export async function startAsked({ path, greeting, answer }: Asked): Promise<Tried> {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await once(server, "listening");
  const say = (socket: WebSocket, frame: object) => socket.send(JSON.stringify(frame));
  server.on("connection", (socket) => {
    if (greeting !== undefined) say(socket, greeting);
    const tellAll = (frame: object) => {
      for (const one of server.clients) say(one, frame);
    };
    socket.on("message", (data, isBinary) => {
      answer(isBinary ? {} : parse(String(data)), (frame) => say(socket, frame), tellAll);
    });
  });
  const stop = () => {
    for (const socket of server.clients) socket.terminate();
    server.close();
  };
  return { url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, stop };
}

function parse(text: string): Frame {
  try {
    const value: unknown = JSON.parse(text);
    // Whatever has no properties is none of the messages.
    return Object(value) as Frame;
  } catch {
    return {};
  }
}
