import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DEFAULT_LIMITS, WirepactError } from "@wirepact/runtime";
import { describe, expect, test } from "vitest";
import { readTemplates } from "../../generator/cli/templates.ts";
import { emitReadme } from "../../generator/emit/readme.ts";
import { createRender } from "../../generator/emit/template.ts";
import type { Json, JsonObject } from "../../generator/json.ts";
import { Draft } from "../support/hostile/draft.ts";
import { contractOf, makeFiles } from "../support/makeFiles.ts";
import { PROTOCOLS, ROOT } from "../support/protocols.ts";
import { byProtocol, shippedContracts } from "../support/shipped.ts";

function readmeOf(document: JsonObject): string {
  return emitReadme(contractOf(document), createRender(readTemplates()))[0]?.text ?? "";
}

const OPTIONS = ["client", "server"].map((side) => readFileSync(join(ROOT, `runtime/src/${side}/options.ts`), "utf8"));

/** Names of an interface's members, by its printed body. */
function membersOf(body: string): string[] {
  return [...body.matchAll(/^ {2}(\w+)\??:/gm)].map(([, name = ""]) => name);
}

/** Names of the options that a package's declarations add to those of every package. */
function ownOptions(declarations: string): string[] {
  return membersOf(/interface \w+Options.*? \{\n(.*?)^\}/ms.exec(declarations)?.[1] ?? "");
}

/** The README's program. */
function programOf(readme: string): string {
  return /^```js\n(.*?)^```/ms.exec(readme)?.[1] ?? "";
}

/** The README of a document that differs from a plain one in some entries. */
function readmeWith(change: (draft: Draft) => void): string {
  const draft = new Draft();
  change(draft);
  return readmeOf(draft.document());
}

describe.each(byProtocol(await shippedContracts()))("the README of %s", (protocol, contract) => {
  const readme = readFileSync(join(ROOT, "generated", protocol, "README.md"), "utf8");

  test("has a program that runs, reads its frame and prints it", () => {
    const printed = execFileSync(process.execPath, ["--input-type=module"], {
      cwd: ROOT,
      encoding: "utf8",
      input: programOf(readme),
    });
    expect(programOf(readme)).toContain("parseServerMessage(frame)");
    expect(printed).not.toBe("");
  });

  test("says of both stubs what they are called, and every method that they have", async () => {
    const { stubs, session } = contract;
    const calls = contract.messages.filter(({ from }) => from.includes("client")).map(({ method }) => `| \`${method}(`);
    const http = session.http.map(({ callName }) => `| \`${callName}()`);
    const [, connect = "", serve = ""] = /^## Connect$(.*)^## Serve$(.*?)^## /ms.exec(readme) ?? [];
    expect([stubs.connect, ...calls, ...http].filter((text) => !connect.includes(text))).toEqual([]);
    expect([stubs.serve, ...calls, ...http].filter((text) => !serve.includes(text))).toEqual([]);
    const client = await import(`@wirepact/${protocol}/client`);
    const server = await import(`@wirepact/${protocol}/server`);
    expect([typeof client[stubs.connect], typeof server[stubs.serve]]).toEqual(["function", "function"]);
  });

  test("says where the class of errors is imported from: either stub", async () => {
    const modules = await Promise.all([import(`@wirepact/${protocol}/client`), import(`@wirepact/${protocol}/server`)]);
    expect(modules.map((module) => module.WirepactError === WirepactError)).toEqual([true, true]);
    const rows = ["client", "server"].map((side) => new RegExp(`^.*protocol/${side}.*WirepactError`, "m"));
    expect(rows.filter((row) => !row.test(readme.replaceAll(`@wirepact/${protocol}`, "protocol")))).toEqual([]);
  });

  test("lists the options of both stubs, those that its declarations add included", () => {
    const own = ["client", "server"].map((side) =>
      ownOptions(readFileSync(join(ROOT, "generated", protocol, `${side}.d.ts`), "utf8")),
    );
    const lines = [...readme.matchAll(/^Options: (.*)\.$/gm)].map(([, line = ""]) => line.replaceAll("`", "").split(", "));
    const shared = [/interface ConnectOptions \{(.*?)^\}/ms, /interface ServerOptions<.*?> \{(.*?)^\}/ms].map((body, index) =>
      membersOf(body.exec(OPTIONS[index] ?? "")?.[1] ?? ""),
    );
    expect(lines.map((line) => line.toSorted())).toEqual(
      shared.map((names, index) => [...new Set([...names, ...(own[index] ?? [])])].sort()),
    );
  });

  test("says every limit of a server, with its default", () => {
    const rows = [...readme.matchAll(/^\| `(\w+)` \| .* \| ([\d,]+)(?: (MiB|ms))? \| .* \|$/gm)];
    const said = rows.map(([, limit = "", value = "", unit]) => [
      limit,
      Number(value.replaceAll(",", "")) * (unit === "MiB" ? 1024 * 1024 : 1),
    ]);
    expect(Object.fromEntries(said)).toEqual(DEFAULT_LIMITS);
  });

  test("names every message, what answers it, and every code of a close", () => {
    const [, ...rows] = readme.split("\n## ");
    const tables = rows.join("\n");
    const cells = contract.messages.map(({ identifier }) => `| \`${identifier}\` |`);
    const requests = contract.replies.map(({ request }) => `| \`${request}\` |`);
    const closes = contract.endpoint.closes.map(({ code }) => `| close ${code} `);
    expect([...cells, ...requests, ...closes].filter((text) => !tables.includes(text))).toEqual([]);
  });
});

test("the README names every code of a FrameError, and no other", () => {
  const source = readFileSync(join(ROOT, "runtime/src/error.ts"), "utf8");
  const codes = /FrameErrorCode =([^;]*);/.exec(source)?.[1]?.match(/[a-z-]+(?=")/g) ?? [];
  const readme = readmeWith(() => {});
  const listed = [...readme.matchAll(/^\| `([a-z]+-[a-z-]+)` \|/gm)].map((match) => match[1]);
  expect(listed.sort()).toEqual(codes.sort());
});

describe("a README without any example reads what a socket delivers", () => {
  test.each<readonly [string, (draft: Draft) => void, string, string]>([
    ["JSON text", () => {}, "text", "JSON.parse(text)"],
    [
      "MessagePack",
      (draft) => draft.extension.set("encodings", { binary: "msgpack", initial: "msgpack" } satisfies Json),
      "bytes",
      'decode(bytes), "msgpack"',
    ],
    ["Socket.IO events", socketio, "event, data", "{ event, data }"],
  ])("%s", (_, change, parameters, frame) => {
    const program = programOf(readmeWith(change));
    expect(program).toContain(`export function read(${parameters}) {\n  const result = parseServerMessage(${frame});\n`);
    expect(program).not.toContain("null");
  });

  test("of the client, where the server sends nothing", () => {
    const draft = new Draft();
    draft.extension.delete("discriminators");
    const { operations, ...rest } = draft.document();
    const receive = (operations as JsonObject)["receive-all"] ?? {};
    const program = programOf(readmeOf({ ...rest, operations: { receive } }));
    expect(program).toContain("parseClientMessage(JSON.parse(text))");
    expect(program).not.toContain("parseServerMessage");
  });
});

function socketio(draft: Draft): void {
  draft.extension.set("transport", "socketio");
  draft.extension.delete("discriminators");
}

test("a contract without a message for errors promises none", () => {
  const draft = new Draft();
  const files = makeFiles(contractOf(draft.document()));
  const texts = [files.get("README.md") ?? "", files.get("server.d.ts") ?? ""];
  expect(texts.filter((text) => /as the contract says|only that something failed|refuse[A-Z]/.test(text))).toEqual([]);
  expect(texts.filter((text) => /the contract has no message/.test(text))).toHaveLength(2);
});

test("sections that would be empty are left out", () => {
  const plain = readmeWith(() => {});
  expect(["## Decisions", "## What answers what", "## Error codes"].filter((title) => plain.includes(title))).toEqual([]);
  expect(plain).not.toMatch(/\n\n\n/);
});

test("every protocol's README stays a page: no line of blanks twice, one title", () => {
  for (const protocol of PROTOCOLS) {
    const readme = readFileSync(join(ROOT, "generated", protocol, "README.md"), "utf8");
    expect(readme.match(/^# /gm)).toHaveLength(1);
    expect(readme).not.toMatch(/\n\n\n/);
  }
});
