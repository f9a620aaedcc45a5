import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, test } from "vitest";
import { PYTHON, pythonIsMissing } from "../strangers/python.ts";
import { badOf, skippedOf, type Tried, tryServer } from "./support/tryServer.ts";

/** Starts a server of the folder beside this file; it ends with its input. */
async function startPython(script: string, urlOf: (port: string) => string): Promise<Tried> {
  const child = spawn(PYTHON, [fileURLToPath(new URL(`./python/${script}`, import.meta.url))], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const [port] = await once(createInterface({ input: child.stdout }), "line");
  const stop = async () => {
    const ended = once(child, "close");
    child.stdin.end();
    await ended;
  };
  return { url: urlOf(String(port)), stop };
}

// Another process answers when it is its turn.
const quiet = 500;

describe("a server in Python", () => {
  beforeEach(({ skip }) => {
    const missing = pythonIsMissing();
    if (missing !== null) skip(missing);
  });

  test("of panel, on websockets, passes each case", async () => {
    const server = await startPython("panel_server.py", (port) => `ws://127.0.0.1:${port}/panels/demo/ws`);
    const results = await tryServer("panel", server, { quiet, isAll: true, isStrict: true });
    const skipped = Object.keys(skippedOf(results));
    // It knows of no tokens, and none is given.
    expect({ bad: badOf(results), skipped: skipped.filter((name) => !name.startsWith("refuses-connection/")) }).toEqual({
      bad: {},
      skipped: [],
    });
  });

  test("of agent, on python-socketio, breaks nothing", async () => {
    const server = await startPython("agent_server.py", (port) => `http://127.0.0.1:${port}`);
    const results = await tryServer("agent", server, { quiet });
    expect({ bad: badOf(results), skipped: Object.keys(skippedOf(results)) }).toEqual({ bad: {}, skipped: ["flow/error"] });
  });
});
