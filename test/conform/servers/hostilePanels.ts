import { flood, type Hostile, raw, served, transportOf } from "./bareServers.ts";

const CONNECTED = JSON.stringify({ type: "CONNECTED", panelId: "demo", state: {} });

/** Servers of a panel. */
export const HOSTILE_PANELS: readonly Hostile[] = [
  {
    does: "is not there",
    told: "connects: no connection: connect ECONNREFUSED",
    start: async () => ({ url: "ws://127.0.0.1:1/panels/demo/ws", stop: () => undefined }),
  },
  {
    does: "never answers the handshake",
    told: "connects: the server did not answer the handshake within 2000 ms",
    start: () => raw(() => undefined),
  },
  {
    does: "answers the handshake with nonsense",
    told: "connects: no connection: Parse Error",
    start: () => raw((socket) => void socket.end("hello\r\n\r\n")),
  },
  {
    does: "answers the handshake with a flood",
    told: "connects: no connection: Parse Error",
    start: () => raw((socket) => flood(socket, Buffer.alloc(65_536, "HTTP/1.1 200 OK\r\n"))),
  },
  {
    does: "hangs up before the handshake",
    told: "connects: no connection: socket hang up",
    start: () => raw((socket) => void socket.destroy()),
  },
  {
    does: "refuses with 401",
    told: "connects: the server answered the handshake with HTTP 401, which the contract has for: authentication is on",
    start: () => raw((socket) => void socket.end("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n")),
  },
  {
    does: "sends on to itself",
    told: "connects: the server answered the handshake with HTTP 302",
    start: () => raw((socket) => void socket.end("HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n")),
  },
  {
    does: "says nothing",
    told: "opening: opening: the server's first frame must be CONNECTED, and nothing came within 2000 ms",
    start: () => served(() => undefined),
  },
  {
    does: "greets, and says nothing more",
    told: "heartbeat: unanswered: PING must be answered by PONG, and never was, within 2000 ms",
    start: () => served((socket) => socket.send(CONNECTED)),
  },
  {
    does: "closes at once",
    told: "connects: server-connection: the connection was closed with 1000, before anything was sent",
    start: () => served((socket) => socket.close(1000)),
  },
  {
    does: "closes behind the greeting",
    told: "opening: server-connection: the connection was closed with 4000 (go away), before anything was sent",
    start: () => served((socket) => socket.send(CONNECTED, () => socket.close(4000, "go away"))),
  },
  {
    does: "drops the line",
    told: "connects: server-connection: the connection was lost, without a close, before anything was sent",
    start: () => served((socket) => socket.terminate()),
  },
  {
    does: "sends garbage for frames",
    told: "connects: server-connection: the connection brought what is no frame of WebSocket",
    start: () => served((socket) => void transportOf(socket).write(Buffer.alloc(100, 0xff))),
  },
  {
    does: "sends text that is no UTF-8",
    told: "connects: server-connection: the connection brought what is no frame of WebSocket",
    start: () => served((socket) => void transportOf(socket).write(Buffer.from([0x81, 0x02, 0xc3, 0x28]))),
  },
  {
    does: "sends frames of 100 MB",
    told: "connects: server-connection: the connection brought a frame of more than 16777216 bytes",
    start: () => served((socket) => socket.send(Buffer.alloc(100_000_000, " "), { binary: false })),
  },
  {
    does: "claims a frame of exabytes",
    told: "connects: server-connection: the connection brought what is no frame of WebSocket",
    start: () =>
      served((socket) => void transportOf(socket).write(Buffer.from([0x81, 127, 0x7f, 255, 255, 255, 255, 255, 255, 255]))),
  },
  {
    does: "sends an endless message in fragments",
    told: "connects: server-connection: the connection brought what is no frame of WebSocket",
    start: () =>
      served((socket) => {
        transportOf(socket).write(Buffer.from([0x01, 0x01, 0x20]));
        flood(transportOf(socket), Buffer.concat(Array.from({ length: 10_000 }, () => Buffer.from([0x00, 0x01, 0x20]))));
      }),
  },
  {
    does: "floods with legal frames",
    told: "server-flood: the server sent more than 10000 frames in one case",
    start: () =>
      served((socket) => {
        socket.send(CONNECTED);
        const patch = Buffer.from(JSON.stringify({ type: "PATCH", mutations: [{ op: "delete", key: "a" }] }));
        const frame = Buffer.concat([Buffer.from([0x81, patch.length]), patch]);
        flood(transportOf(socket), Buffer.concat(Array.from({ length: 1_000 }, () => frame)));
      }),
  },
  {
    does: "floods with legal frames of 15 MB",
    told: "server-flood: the server sent more than 134217728 bytes in one case",
    start: () =>
      served((socket) => {
        socket.send(CONNECTED);
        const frame = JSON.stringify({ type: "PATCH", mutations: [{ op: "set", key: "a", value: "x".repeat(15_000_000) }] });
        const send = () => socket.send(frame, (error) => error ?? send());
        send();
      }),
  },
  {
    does: "floods with pongs",
    told: "opening: server-connection: the connection brought more pongs than were asked for",
    start: () =>
      served((socket) => {
        socket.send(CONNECTED);
        flood(transportOf(socket), Buffer.concat(Array.from({ length: 10_000 }, () => Buffer.from([0x8a, 0x00]))));
      }),
  },
  {
    does: "sends what is nested 100,000 deep",
    told: "opening: frame: frame at /: must be object, got [[[[…]]]]",
    start: () => served((socket) => socket.send(`${"[".repeat(100_000)}${"]".repeat(100_000)}`)),
  },
  {
    does: "answers with terminal commands",
    told: 'opening: frame: frame at /type: must be one of "CONNECTED", "RESULT", "PATCH", "EVENT", "PONG", "ERROR", got "\\u001b[2J\\u202e"',
    start: () => served((socket) => socket.send('{"type":"\\u001b[2J\u202e"}')),
  },
];
