import { EventEmitter } from "node:events";
import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { serveAgent } from "@wirepact/agent/server";
import { expect, onTestFinished, test } from "vitest";
import { adapterOver } from "../socketio/adapterOver.ts";
import { Mailbox } from "../socketio/mailbox.ts";
import { stranger } from "../socketio/strangers.ts";
import { codeBlock } from "../support/codeBlock.ts";
import { ROOT } from "../support/protocols.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const readme = readFileSync(join(ROOT, "runtime/README.md"), "utf8");

test("it lists every import that is for people, and what each needs", () => {
  const { exports, peerDependencies } = JSON.parse(readFileSync(join(ROOT, "runtime/package.json"), "utf8")) as {
    readonly exports: object;
    readonly peerDependencies: object;
  };
  const forPeople = Object.keys(exports).filter((path) => !/codegen-v1|package\.json/.test(path));
  const listed = [...readme.matchAll(/^\| `@wirepact\/runtime(.*?)` \|.*\| (.*)\|$/gm)];
  expect(listed.map(([, path]) => `.${path}`).sort()).toEqual(forPeople.sort());
  const needed = listed.flatMap(([, , needs = ""]) => [...needs.matchAll(/`(.*?)`/g)].map(([, name]) => name));
  expect(needed.filter((name) => name === undefined || !Object.hasOwn(peerDependencies, name))).toEqual([]);
});

type Served = ReturnType<typeof serveAgent>;
type Handlers = Parameters<typeof serveAgent>[0];

test("its program carries broadcasts from one server to another", async () => {
  const folder = temporaryFolder({ "serve.mjs": codeBlock(readme, "js", "socketioBroadcaster") });
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  const program = await import(/* @vite-ignore */ pathToFileURL(join(folder, "serve.mjs")).href);
  const serveOneOfMany = program.serveOneOfMany as (handlers: Handlers, adapter: unknown, port: number) => Promise<Served>;
  const handlers: Handlers = {
    connected: () => ({ data: "hello" }),
    createSession: () => ({ session_id: "s" }),
    query: () => expect.fail("nobody asks"),
  };
  const adapter = adapterOver(new EventEmitter());
  const serve = async () => {
    const server = await serveOneOfMany(handlers, adapter, 0);
    onTestFinished(() => server.close({ deadline: 0 }));
    return server;
  };
  const [here, there] = [await serve(), await serve()];
  const socket = stranger(`http://127.0.0.1:${there.port}`);
  const events = new Mailbox<unknown[]>();
  socket.onAny((...event: unknown[]) => events.put(event));
  expect(await events.next()).toEqual(["connected", { data: "hello" }]);
  here.broadcast("tool_count", { count: 7 });
  expect(await events.next()).toEqual(["tool_count", { count: 7 }]);
});
