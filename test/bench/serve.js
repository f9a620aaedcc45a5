/**
 * Measures our servers against hand-written ones side by side, in turn, each in a process of its own. Prints ratios: the
 * machine's speed cancels out. Asserts nothing.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { io } from "socket.io-client";
import { WebSocket } from "ws";

/** `node test/bench/serve.js [rounds] [requests of each client] [idle connections]` */
const ROUNDS = Number(process.argv[2] ?? 5);
const CLIENTS = 20;
const REQUESTS = Number(process.argv[3] ?? 2000);
const BROADCASTS = 300;
const IDLE = Number(process.argv[4] ?? 1000);

/** How a plain client of each transport connects, asks once, and hears broadcasts. */
const webSocket = {
  async connect(port) {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/panels/bench/ws`, { perMessageDeflate: false });
    await once(socket, "message");
    return socket;
  },
  ask: (socket, id) => socket.send(`{"type":"TRIGGER","tool":"increment","args":{"by":1},"requestId":"${id}"}`),
  listen: (socket, heard) => socket.on("message", heard),
  quiet: (socket) => socket.removeAllListeners("message"),
  close: (socket) => socket.terminate(),
};

const socketio = {
  async connect(port) {
    const socket = io(`http://127.0.0.1:${port}`, { transports: ["websocket"], forceNew: true, reconnection: false });
    await new Promise((resolve) => socket.once("connected", resolve));
    return socket;
  },
  ask: (socket, id) => socket.emit("query", { prompt: "increment", session_id: `${id}` }),
  listen: (socket, heard) => ["query_complete", "tool_count"].map((event) => socket.on(event, heard)),
  quiet: (socket) => socket.off(),
  close: (socket) => socket.disconnect(),
};

const pairs = [
  { name: "panel against bare ws", transport: webSocket, ours: "panel", theirs: "bareWs" },
  { name: "agent against plain Socket.IO", transport: socketio, ours: "agent", theirs: "plainSocketio" },
];

for (const { name, transport, ours, theirs } of pairs) {
  const figures = { ours: [], theirs: [] };
  for (let round = 0; round < ROUNDS; round++) {
    figures.ours.push(await measure(ours, transport));
    figures.theirs.push(await measure(theirs, transport));
  }
  print(name, figures);
}

async function measure(file, transport) {
  const server = fork(fileURLToPath(new URL(`./servers/${file}.js`, import.meta.url)), { execArgv: ["--expose-gc"] });
  const [{ port }] = await once(server, "message");
  const memory = await perConnection(server, port, transport);
  const clients = await Promise.all(Array.from({ length: CLIENTS }, () => transport.connect(port)));
  // The first requests find code that is not compiled yet, on either side.
  await pipelined(clients, transport, 2 * REQUESTS);
  const throughput = await pipelined(clients, transport, REQUESTS);
  const latency = await oneByOne(clients[0], transport, REQUESTS);
  const broadcast = await heardByAll(server, clients, transport);
  for (const client of clients) transport.close(client);
  server.disconnect();
  return { throughput, latency, broadcast, memory };
}

/** Requests a second, with sixteen in flight on each of the connections. */
async function pipelined(clients, transport, each) {
  const start = performance.now();
  await Promise.all(clients.map((client) => askMany(client, transport, each, 16)));
  return (clients.length * each) / ((performance.now() - start) / 1000);
}

/** Milliseconds from a request to its answer, one after the other: the median. */
async function oneByOne(client, transport, requests) {
  const times = [];
  for (let id = 0; id < requests; id++) {
    const start = performance.now();
    await askMany(client, transport, 1, 1);
    times.push(performance.now() - start);
  }
  return median(times);
}

function askMany(client, transport, requests, inFlight) {
  return new Promise((resolve) => {
    let asked = Math.min(inFlight, requests);
    let answered = 0;
    transport.listen(client, () => {
      if (++answered === requests) {
        transport.quiet(client);
        resolve();
      } else if (asked < requests) transport.ask(client, asked++);
    });
    for (let id = 0; id < asked; id++) transport.ask(client, id);
  });
}

/** Messages a second that arrive when everything is sent to everybody. */
async function heardByAll(server, clients, transport) {
  let missing = clients.length * BROADCASTS;
  const start = performance.now();
  const all = new Promise((resolve) => {
    for (const client of clients) transport.listen(client, () => --missing === 0 && resolve());
  });
  server.send({ times: BROADCASTS });
  await all;
  const seconds = (performance.now() - start) / 1000;
  for (const client of clients) transport.quiet(client);
  return (clients.length * BROADCASTS) / seconds;
}

/** Bytes of the server's memory that one idle connection takes. */
async function perConnection(server, port, transport) {
  const before = await memoryOf(server);
  const idle = await Promise.all(Array.from({ length: IDLE }, () => transport.connect(port)));
  const after = await memoryOf(server);
  for (const client of idle) transport.close(client);
  return (after - before) / IDLE;
}

async function memoryOf(server) {
  const answer = once(server, "message");
  server.send({});
  const [{ memory }] = await answer;
  return memory;
}

function print(name, { ours, theirs }) {
  console.log(`\n${name}, ${ROUNDS} rounds in turn, medians: ours, theirs, ours / theirs`);
  for (const [figure, unit] of Object.entries({
    throughput: "requests/s",
    latency: "ms",
    broadcast: "messages/s",
    memory: "bytes",
  })) {
    const [a, b] = [ours, theirs].map((rounds) => median(rounds.map((round) => round[figure])));
    const digits = unit === "ms" ? 3 : 0;
    console.log(
      `${figure.padEnd(12)}${a.toFixed(digits).padStart(12)}${b.toFixed(digits).padStart(12)}${(a / b).toFixed(2).padStart(8)}  ${unit}`,
    );
  }
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
