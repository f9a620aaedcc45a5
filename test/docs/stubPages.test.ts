import { EventEmitter } from "node:events";
import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { connectPanel } from "@wirepact/panel/client";
import type { servePanel } from "@wirepact/panel/server";
import { connectTerminal } from "@wirepact/terminal/client";
import { expect, onTestFinished, test, vi } from "vitest";
import { codeBlock } from "../support/codeBlock.ts";
import { ROOT } from "../support/protocols.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const page = (name: string) => readFileSync(join(ROOT, name), "utf8");
const [serve, connect] = [page("docs/serve.md"), page("docs/connect.md")];

type Panel = ReturnType<typeof servePanel>;
type Handlers = Parameters<typeof servePanel>[0];

/** What a block of a page exports, or has as `server`, when it runs as a module of a project. */
async function run(text: string): Promise<Record<string, unknown>> {
  const folder = temporaryFolder({ "program.mjs": text });
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  return import(/* @vite-ignore */ pathToFileURL(join(folder, "program.mjs")).href);
}

/** Runs a server of the page at a free port, and closes it after the test. */
async function runServer(word: string): Promise<Panel> {
  const text = codeBlock(serve, "js", word)
    .replace(/listen\(\d+\)/, 'listen(0, "127.0.0.1")')
    .replace("const server", "export const server");
  const { server } = await run(text);
  return closing(server as Panel);
}

function closing(server: Panel): Panel {
  onTestFinished(() => server.close({ deadline: 0 }));
  return server;
}

/** Runs a client of the page, and gives what it logs. */
async function runClient(word: string, port: number | undefined): Promise<string> {
  const lines: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((...values: unknown[]) => void lines.push(values.join(" ")));
  await run(codeBlock(connect, "js", word).replace(/localhost:\d+/, `127.0.0.1:${port}`)).finally(() => log.mockReset());
  return `${lines.join("\n")}\n`;
}

/** Nobody hears of what a program says while it runs. */
function quietly(): void {
  for (const level of ["log", "error"] as const) {
    const spy = vi.spyOn(console, level).mockImplementation(() => {});
    onTestFinished(() => spy.mockRestore());
  }
}

test("the panel of the server's page refuses whom it says, and serves the client's page", async () => {
  quietly();
  const server = await runServer("exists:");
  const enter = (id: string, token: string) => {
    return connectPanel(`ws://127.0.0.1:${server.port}`, { parameters: { id }, query: { token } });
  };
  await expect(enter("missing", "token-of-ada")).rejects.toMatchObject({ code: "refused", status: 404 });
  await expect(enter("demo", "")).rejects.toMatchObject({ code: "refused", status: 401 });
  expect(await runClient("connectPanel", server.port)).toBe(codeBlock(connect, "text", "opened by"));
});

test("the job of the server's page streams and asks, as the client's page has it", async () => {
  const server = await runServer("runJob");
  expect(await runClient("connectNodetool", server.port)).toBe(codeBlock(connect, "text", "Job started"));
});

const handlers: Handlers = {
  connected: ({ request }) => ({ panelId: request.parameters["id"] ?? "", state: {} }),
};

test("a server that shares an HTTP server gives its counts, and stops", async () => {
  const { serveBeside } = await run(codeBlock(serve, "js", "serveBeside"));
  const { http, stop } = (
    serveBeside as (...given: unknown[]) => { http: import("node:http").Server; stop: () => Promise<void> }
  )(handlers, 0);
  const { port } = http.address() as { port: number };
  const client = await connectPanel(`ws://localhost:${port}/panels/p/ws`);
  expect(await (await fetch(`http://localhost:${port}/`)).json()).toMatchObject({ accepted: 1, failures: 0 });
  await client.close();
  process.removeListener("SIGTERM", stop);
  await stop();
  expect(http.listening).toBe(false);
});

test("containers start at their first use, and are destroyed with the last session", async () => {
  const calls: string[] = [];
  let tell = () => {};
  const gone = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const noted = (name: string) => (id: string) => void calls.push(`${name} ${id}`);
  const containers = {
    start: noted("start"),
    pause: noted("pause"),
    resume: noted("resume"),
    destroy: (id: string) => {
      calls.push(`destroy ${id}`);
      tell();
    },
    run: (sessionId: string) => ({ output: "ok", sessionId, return_code: 0 }),
  };
  const { serveContainers } = await run(codeBlock(serve, "js", "serveContainers"));
  const server = closing(await (serveContainers as (...given: unknown[]) => Promise<Panel>)(containers, 0));
  const client = await connectTerminal(`ws://localhost:${server.port}/ws`, { query: { user_id: "ada" } });
  const other = await connectTerminal(`ws://localhost:${server.port}/ws`, { query: { user_id: "bob" } });
  const command = { command: "ls", sessionId: "s" };
  expect(await client.terminalCommand(command)).toMatchObject({ output: "ok" });
  await expect(other.terminalCommand(command)).rejects.toMatchObject({ code: "rejected" });
  await Promise.all([client.close(), other.close()]);
  await gone;
  expect(calls).toEqual(["start s", "destroy s"]);
});

test("broadcasts reach the sessions of another server", async () => {
  const { serveOneOfMany } = await run(codeBlock(serve, "js", "serveOneOfMany"));
  const bus = new EventEmitter();
  const [pub, sub] = [
    { publish: (channel: string, text: string) => void bus.emit(channel, text) },
    {
      subscribe: (channel: string, hear: (text: string) => void) => bus.on(channel, hear),
      unsubscribe: (channel: string, hear: (text: string) => void) => bus.off(channel, hear),
    },
  ];
  const open = serveOneOfMany as (...given: unknown[]) => Promise<Panel>;
  const [here, there] = [closing(await open(handlers, pub, sub, 0)), closing(await open(handlers, pub, sub, 0))];
  const client = await connectPanel(`ws://localhost:${there.port}/panels/p/ws`);
  const heard = new Promise((resolve) => client.on("PATCH", resolve));
  here.broadcast("PATCH", { mutations: [{ op: "set", key: "k", value: 1 }] });
  expect(await heard).toMatchObject({ mutations: [{ key: "k" }] });
  await client.close();
});
