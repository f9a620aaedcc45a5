import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, onTestFinished, test } from "vitest";
import { connectPanel } from "../../generated/panel/client.js";
import { type PanelServerOptions, servePanel } from "../../generated/panel/server.js";
import { PROTOCOLS, ROOT } from "../support/protocols.ts";
import { runHere } from "../support/runHere.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

/** A class that lacks a handler, in the settings in which the compiler gives no types to its parameters. */
const PANEL_CLASS = `import { type PanelHandlers, servePanel } from "@wirepact/panel/server";

export class Panel implements PanelHandlers<{ name: string }> {
  connected() {
    return { panelId: "panel-1", state: {} };
  }
}

servePanel(new Panel());
`;

describe.each([
  ["the newest TypeScript 7", "typescript/bin/tsc"],
  ["TypeScript 5.0, the oldest supported", "typescript-5/bin/tsc"],
])("%s", (_name, compiler) => {
  test("type-checks what is scaffolded for the five protocols, in either language, under strict settings", async () => {
    const project = newProject({ "panel-class.ts": PANEL_CLASS });
    for (const protocol of PROTOCOLS) {
      for (const path of [`${protocol}-server.ts`, `${protocol}-client.mts`]) await scaffold(project, protocol, path);
      for (const path of [`${protocol}-server.mjs`, `${protocol}-client.js`]) await scaffold(project, protocol, path);
    }
    await scaffold(project, "panel", "panel-class.ts");
    writeFileSync(join(project, "tsconfig.json"), JSON.stringify(STRICT));
    const compile = [join(ROOT, "node_modules", compiler), "--project", "tsconfig.json"];
    expect(outputOf(() => execFileSync(process.execPath, compile, { cwd: project, encoding: "utf8" }))).toBe("");
  });
});

test.each(PROTOCOLS)("the server that is scaffolded for %s starts as it is", async (protocol) => {
  const project = newProject();
  await scaffold(project, protocol, `${protocol}-server.js`);
  const server = start(project, [`${protocol}-server.js`], { PORT: "0" });
  expect(await firstLine(server)).toMatch(new RegExp(`^${protocol}: listening on port [1-9]\\d*$`));
});

test("the server that is scaffolded for panel greets, and refuses in the protocol's way what nobody has written", async () => {
  const project = newProject();
  await scaffold(project, "panel", "panel-server.mjs");
  const line = await firstLine(start(project, ["panel-server.mjs"], { PORT: "0" }));
  const client = await connectPanel(`ws://localhost:${line.split(" ").at(-1)}/panels/demo/ws`);
  expect(client.opening).toEqual({ type: "CONNECTED", panelId: "panel-1", state: { count: 0 } });
  await client.ping();
  await expect(client.trigger({ tool: "increment" })).rejects.toMatchObject({
    code: "rejected",
    reply: { code: "EXECUTION_ERROR", message: "trigger is not implemented" },
  });
  await client.close();
});

test("the client that is scaffolded for panel connects, and tells what it hears", async () => {
  const project = newProject();
  await scaffold(project, "panel", "panel-client.mjs");
  const handlers = { connected: () => ({ panelId: "demo", state: {} }) };
  const options: PanelServerOptions = { onOpen: (session) => session.send("PATCH", { mutations: [] }) };
  const server = await servePanel(handlers, options).listen(0);
  onTestFinished(() => server.close({ deadline: 0 }));
  const client = start(project, ["panel-client.mjs", `ws://localhost:${server.port}/panels/demo/ws`]);
  expect(await firstLine(client)).toBe("PATCH { type: 'PATCH', mutations: [] }");
});

const STRICT = {
  compilerOptions: {
    strict: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noPropertyAccessFromIndexSignature: true,
    noImplicitReturns: true,
    verbatimModuleSyntax: true,
    skipLibCheck: false,
    allowJs: true,
    checkJs: true,
    noEmit: true,
    target: "es2022",
    module: "nodenext",
    moduleResolution: "nodenext",
    types: ["node"],
  },
  include: ["*"],
};

/** A project in which the generated packages are installed. */
function newProject(files: Readonly<Record<string, string>> = {}): string {
  const project = temporaryFolder({ "package.json": JSON.stringify({ private: true, type: "module" }), ...files });
  mkdirSync(join(project, "node_modules"));
  for (const name of ["@wirepact", "@types"]) symlinkSync(join(ROOT, "node_modules", name), join(project, "node_modules", name));
  return project;
}

async function scaffold(project: string, protocol: string, path: string): Promise<void> {
  const side = path.includes("client") ? "client" : "server";
  expect(await runHere(["scaffold", side, protocol, "--to", path], project)).toMatchObject({ status: 0, stderr: "" });
}

/** Starts a program, and ends it with the test. */
function start(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [...args], { cwd, env: { ...process.env, ...env } });
  onTestFinished(async () => {
    if (child.exitCode === null && child.kill("SIGKILL")) await once(child, "exit");
  });
  return child;
}

/** The first line that a program prints; what it says of an error, where it ends before. */
async function firstLine({ stdout, stderr }: ChildProcessWithoutNullStreams): Promise<string> {
  const errors: Buffer[] = [];
  stderr.on("data", (chunk: Buffer) => errors.push(chunk));
  for await (const line of createInterface(stdout)) return line;
  return Buffer.concat(errors).toString();
}

function outputOf(run: () => string): string {
  try {
    return run();
  } catch (error) {
    return error instanceof Error && "stdout" in error ? String(error.stdout) : String(error);
  }
}
