import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { strangerIsMissing } from "../support/stranger.ts";
import type { Step } from "./script.ts";

/** Debian's own Python: its packages are the strangers. */
export const PYTHON = "/usr/bin/python3";
const FOLDER = fileURLToPath(new URL("./python/", import.meta.url));

const REASON = "needs Debian's python3-socketio, python3-websockets, python3-msgpack and python3-aiohttp, which .ci/run installs";

/** Why the Python strangers cannot play here, or null where they can. */
export function pythonIsMissing(): string | null {
  const run = spawnSync(PYTHON, ["-c", "import socketio, websockets, msgpack, aiohttp"]);
  if (run.status === 0) return null;
  return strangerIsMissing(REASON);
}

/** What a scripted peer is told. */
export interface Orders {
  readonly url?: string;
  /** The session that a Socket.IO server gives. */
  readonly session?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

/** A scripted peer in a process of its own. */
export interface PythonPeer {
  /** The next thing that it told: a server its port, either side a frame; undefined at its end. */
  readonly next: () => Promise<unknown>;
  /** All that it still tells until its end; fails with what it said on standard error where it crashed. */
  readonly rest: () => Promise<unknown[]>;
  readonly stop: () => void;
}

/** Starts one of the scripts beside this file. */
export function startPython(
  script: "websocket_client.py" | "websocket_server.py" | "socketio_client.py" | "socketio_server.py",
  orders: Orders,
): PythonPeer {
  const child = spawn(PYTHON, [`${FOLDER}${script}`]);
  child.stdin.end(`${JSON.stringify(orders, printable)}\n`);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = endOf(child);
  const next = async () => {
    const line = await lines.next();
    return line.done === true ? ended : JSON.parse(line.value, revived);
  };
  return { next, rest: () => collect(next), stop: () => void child.kill() };
}

/** Bytes travel to and from Python as `{base64}`. */
function printable(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? { base64: Buffer.from(value).toString("base64") } : value;
}

function revived(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("base64" in value)) return value;
  return Uint8Array.from(Buffer.from(String(value.base64), "base64"));
}

async function collect(next: () => Promise<unknown>): Promise<unknown[]> {
  const told: unknown[] = [];
  for (let value = await next(); value !== undefined; value = await next()) told.push(value);
  return told;
}

function endOf(child: ChildProcessWithoutNullStreams): Promise<undefined> {
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const ended = new Promise<undefined>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) =>
      status === 0 ? resolve(undefined) : reject(new Error(`Python ended with ${status}: ${said}`)),
    );
  });
  // Whoever asks for more learns of a crash; nobody else has to.
  ended.catch(() => undefined);
  return ended;
}
