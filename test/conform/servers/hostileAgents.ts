import { agent, type Hostile, overHttp, raw, served } from "./bareServers.ts";

/** Servers of an agent, over Socket.IO. */
export const HOSTILE_AGENTS: readonly Hostile[] = [
  {
    does: "is not there",
    told: "connects: no connection: connect ECONNREFUSED",
    start: async () => ({ url: "http://127.0.0.1:1", stop: () => undefined }),
  },
  {
    does: "never answers the handshake",
    told: "connects: the server did not answer the handshake within 2000 ms",
    start: async () => overHttp(await raw(() => undefined)),
  },
  {
    does: "opens WebSocket, and no Socket.IO",
    told: "connects: the server did not answer the handshake within 2000 ms",
    start: async () => overHttp(await served(() => undefined)),
  },
  {
    does: "sends packets that are none",
    told: "connects: ",
    start: async () => overHttp(await served((socket) => socket.send("hello"))),
  },
  {
    does: "refuses the namespace",
    told: "connects: no connection: no such token",
    start: () => agent((_, server) => server.use((_socket, next) => next(new Error("no such token")))),
  },
  {
    does: "greets nobody",
    told: "opening: opening: the server's first frame must be connected, and nothing came within 2000 ms",
    start: () => agent(() => undefined),
  },
  {
    does: "disconnects at once",
    told: "connects: server-connection: the connection was closed by the server, before anything was sent",
    start: () => agent((socket) => socket?.disconnect()),
  },
  {
    does: "drops the line",
    told: "connects: server-connection: the connection was lost: transport close, before anything was sent",
    start: () => agent((socket) => socket?.conn.close(true)),
  },
  {
    does: "sends an event of 100 MB",
    told: "connects: server-connection: the connection brought a frame of more than 16777216 bytes",
    start: () => agent((socket) => socket?.emit("connected", { data: "x".repeat(100_000_000) })),
  },
  {
    does: "floods with events",
    told: "server-flood: the server sent more than 10000 frames in one case",
    start: () =>
      agent((socket) => {
        socket?.emit("connected", { data: "hello" });
        for (let n = 0; n < 12_000; n++) socket?.emit("error", { message: "no" });
      }),
  },
];
