// Clients of plain `ws` that play one flow each, but for one fault: node faulty.mjs FAULT
import { connect } from "node:net";
import { encode } from "@msgpack/msgpack";
import { io } from "socket.io-client";
import WebSocket from "ws";

const url = process.env.WIREPACT_URL;
const fault = process.argv[2];

/** A connection: `say` sends a frame, `heard(n)` waits for n frames. */
async function visit(address = url) {
  const socket = new WebSocket(address);
  let count = 0;
  const waiting = [];
  socket.on("message", () => {
    count += 1;
    for (const wake of waiting.splice(0)) wake();
  });
  await new Promise((resolve, reject) => {
    socket.on("open", resolve);
    socket.on("error", reject);
  });
  const heard = async (wanted) => {
    while (count < wanted) await new Promise((resolve) => waiting.push(resolve));
  };
  return { socket, say: (frame) => socket.send(JSON.stringify(frame)), heard };
}

/** Nothing more happens, which whoever listens at READY is told. */
function forever() {
  if (process.env.READY) connect(Number(process.env.READY), "127.0.0.1");
  return new Promise(() => setInterval(() => {}, 1000));
}

const close = (socket) => new Promise((resolve) => socket.on("close", resolve).close());

/** Says panel's PING, ends the connection when that is on its way, and then itself. */
function finish(say, end) {
  say({ type: "PING" });
  setImmediate(() => {
    end();
    setTimeout(() => process.exit(0), 50);
  });
  return new Promise(() => {});
}

/** What a client of panel sends in each flow. */
const PLANS = {
  trigger: [
    { type: "TRIGGER", tool: "one" },
    { type: "SUBSCRIBE", topics: ["events"] },
    { type: "UNSUBSCRIBE", topics: ["events"] },
    { type: "PING" },
  ],
  heartbeat: [{ type: "PING" }],
  "unknown-tool": [{ type: "TRIGGER", tool: "none" }],
};

/** Plays panel's heartbeat, or what comes instead of its PING. */
async function panel(instead, before = () => {}) {
  const { socket, say, heard } = await visit();
  await before(socket);
  await heard(1);
  if (instead === undefined) say({ type: "PING" });
  else await instead(say, socket);
  await heard(2);
  await close(socket);
}

/** Plays a flow of nodetool. */
async function nodetool(act) {
  const { socket, say, heard } = await visit();
  await act(say, heard, socket);
  await close(socket);
}

/** Connects to agent. */
async function agent(act) {
  const socket = io(url, { reconnection: false });
  await new Promise((resolve) => socket.on("connect", resolve));
  act(socket);
  await forever();
}

const FAULTS = {
  none: () => panel(),
  // Rules of the contract.
  "unknown-value": () => nodetool((say) => say({ command: "set_mode", data: { mode: "xml" } })),
  "wrong-direction": () => panel((say) => say({ type: "RESULT", result: { stateMutations: [], events: [] } })),
  "unknown-message": () => panel((say) => say({ type: "PINK" })),
  "no-id": () => nodetool((say) => say({ type: "tool_result", result: {}, ok: true })),
  "other-id": () => nodetool((say) => say({ type: "tool_result", tool_call_id: "other", result: {}, ok: true })),
  "answers-twice": () =>
    nodetool(async (say, heard) => {
      say({ type: "ping" });
      await heard(2);
      for (const ts of [1, 2]) say({ type: "pong", ts });
      await heard(9);
    }),
  "skips-answer": () =>
    nodetool(async (say, heard) => {
      say({ type: "ping" });
      await heard(2);
    }),
  "no-json": () => panel((_, socket) => socket.send("PING")),
  "wrong-opcode": () => panel((_, socket) => socket.send(Buffer.from('{"type":"PING"}'))),
  "no-msgpack": () => nodetool((_say, _heard, socket) => socket.send(Buffer.from("c1", "hex"))),
  "wrong-msgpack": () => nodetool((_say, _heard, socket) => socket.send(encode({ command: "set_mode", data: { mode: 1 } }))),
  // The same, by events of Socket.IO.
  "no-session": () => agent((socket) => socket.emit("query", { prompt: "one" })),
  "unknown-event": () => agent((socket) => socket.emit("question", { prompt: "one", session_id: "s" })),
  "server-event": () => agent((socket) => socket.emit("tool_count", { count: 1 })),
  "two-values": () => agent((socket) => socket.emit("query", { prompt: "one", session_id: "s" }, "more")),
  "connects-twice": () => agent(() => io(url, { forceNew: true, reconnection: false })),
  "other-namespace": async () => {
    io(`${url}/other`, { reconnection: false });
    await forever();
  },
  // The flow.
  "another-message": () =>
    panel(async (say, socket) => {
      say({ type: "SUBSCRIBE", topics: [] });
      await close(socket);
      process.exit(0);
    }),
  "closes-early": async () => close((await visit()).socket),
  "closes-and-hangs": async () => {
    await close((await visit()).socket);
    await forever();
  },
  "says-nothing": async () => {
    await visit();
    await forever();
  },
  "extra-message": () =>
    panel(async (say) => {
      say({ type: "SUBSCRIBE", topics: [] });
      say({ type: "TRIGGER", tool: "one", requestId: "mine" });
      say({ type: "PING" });
    }),
  "deep-message": () =>
    panel((say, socket) => {
      socket.send(`{"type":"TRIGGER","tool":"one","args":${"[".repeat(1e6)}${"]".repeat(1e6)}}`);
      say({ type: "PING" });
    }),
  // The transport.
  "never-connects": () => {},
  "never-connects-and-hangs": forever,
  "other-path": () => visit(url.replace("/panels/", "/other/")).catch(forever),
  "no-query": () => visit(url.split("?")[0]).catch(forever),
  twice: async () => {
    await visit();
    await visit().catch(forever);
  },
  "breaks-transport": () => raw("\x81\x02hi"),
  "too-large": () => panel((_, socket) => socket.send("x".repeat(17 * 1024 * 1024))),
  flood: () => panel((say) => Array.from({ length: 20_000 }, () => say({ type: "SUBSCRIBE", topics: [] }))),
  terminates: () => panel((say, socket) => finish(say, () => socket.terminate())),
  "odd-code": () => panel((say, socket) => finish(say, () => socket.close(4999))),
  "without-code": () => panel((say, socket) => finish(say, () => socket.close())),
  "exits-open": () => panel((say) => finish(say, () => {})),
  "reads-nothing": async () => {
    const socket = new WebSocket(url);
    await new Promise((resolve) => socket.on("open", resolve));
    for (const frame of PLANS[process.env.WIREPACT_SCENARIO]) socket.send(JSON.stringify(frame));
    await close(socket);
  },
  "chokes-on-stranger": () =>
    panel((say, socket) => {
      socket.on("message", (data) => String(data).includes("no-such-message") && process.exit(5));
      say({ type: "PING" });
    }),
  // The program.
  crash: () => end("TypeError: \u001b[31mno", 3),
  "crash-later": () => panel(() => end("it broke", 4)),
  killed: () => panel(() => process.kill(process.pid, "SIGKILL")),
  "never-ends": async () => {
    await panel();
    await forever();
  },
  "not-this-flow": () => end("only the others", 77),
  noisy: async () => {
    for (let line = 0; line < 2000; line++) {
      process.stdout.write(`${"x".repeat(999)}\n`);
      process.stderr.write(`${"y".repeat(999)}\n`);
    }
    await panel();
  },
};

/** A connection whose bytes are ours. */
async function raw(bytes) {
  const { hostname, port, pathname } = new URL(url);
  const socket = connect(Number(port), hostname);
  const head = `GET ${pathname} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n`;
  socket.write(`${head}Sec-WebSocket-Key: ${Buffer.alloc(16).toString("base64")}\r\n\r\n`);
  socket.once("data", () => socket.write(Buffer.from(bytes, "latin1")));
  await forever();
}

function end(words, status) {
  process.stderr.write(words, () => process.exit(status));
}

await FAULTS[fault]();
