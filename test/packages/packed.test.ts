import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkPackage, createPackageFromTarballData, type Problem } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PROTOCOLS, ROOT } from "../support/protocols.ts";
import { type Consumer, createConsumer, runModule } from "./consumer.ts";

let consumer: Consumer;

beforeAll(() => {
  consumer = createConsumer();
});

afterAll(() => rmSync(consumer.folder, { recursive: true, force: true }));

/** What a user writes first; each line must type-check and run. */
function useOf(protocol: string): string {
  return `
import { contract, parseClientMessage, parseServerMessage } from "@wirepact/${protocol}";
import * as client from "@wirepact/${protocol}/client";
import * as server from "@wirepact/${protocol}/server";
import * as validators from "@wirepact/${protocol}/validators";
const refused = parseServerMessage({ no: "message" });
if (refused.ok) throw new Error("accepted");
const guards = Object.entries(validators).filter(([name]) => name.startsWith("is"));
for (const [name, guard] of guards) {
  if ((guard as (value: unknown) => boolean)(undefined)) throw new Error(name);
}
if (!Object.values({ ...client, ...server }).every((stub) => typeof stub === "function")) throw new Error("no stubs");
console.log(contract.protocol, typeof parseClientMessage, refused.error.code, guards.length > 3);
`;
}

describe.each(PROTOCOLS)("the packed package of %s", (protocol) => {
  test("is imported by plain Node", () => {
    const source = useOf(protocol).replace(" as (value: unknown) => boolean", "");
    expect(runModule(consumer.folder, source)).toBe(`${protocol} function missing-discriminator true\n`);
  });

  test("works where code from strings is forbidden, as under a strict content security policy", () => {
    const source = useOf(protocol).replace(" as (value: unknown) => boolean", "");
    expect(runModule(consumer.folder, source, "--disallow-code-generation-from-strings")).toContain(protocol);
  });

  test("is clean under publint", async () => {
    const { messages } = await publint({ pkgDir: join(consumer.folder, "node_modules/@wirepact", protocol), strict: true });
    const manifest = JSON.parse(readFileSync(join(ROOT, "generated", protocol, "package.json"), "utf8"));
    expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
  });

  test("is clean under are-the-types-wrong", async () => {
    const tarball = createPackageFromTarballData(readFileSync(consumer.tarballs.get(protocol) ?? ""));
    const result = await checkPackage(tarball, { excludeEntrypoints: DATA });
    expect("problems" in result ? result.problems.filter((problem) => !isByDesign(problem)) : "no types").toEqual([]);
  });
});

test("peers are those of the runtime, where they are optional, and the runtime itself", () => {
  const read = (folder: string) => JSON.parse(readFileSync(join(ROOT, folder, "package.json"), "utf8"));
  const runtime = read("runtime");
  const known = { ...runtime.peerDependencies, "@wirepact/runtime": `^${runtime.version}` };
  const used = PROTOCOLS.flatMap((protocol) => Object.entries(read(`generated/${protocol}`).peerDependencies));
  expect(used.filter(([name, range]) => known[name] !== range)).toEqual([]);
  expect([...new Set(used.map(([name]) => name))].sort()).toEqual(Object.keys(known).sort());
});

/** Entry points that are files to read, not code. */
const DATA = ["./asyncapi.yaml", "./package.json", /^\.\/schemas\//];

/** The packages are ESM with an exports map, and say so: what cannot read that finds nothing, or must import dynamically. */
function isByDesign(problem: Problem): boolean {
  return problem.kind === "CJSResolvesToESM" || (problem.kind === "NoResolution" && problem.resolutionKind === "node10");
}

describe.each([
  ["the newest TypeScript 7", "typescript/bin/tsc"],
  ["TypeScript 5.0, the oldest supported", "typescript-5/bin/tsc"],
])("%s", (_name, compiler) => {
  test.each([
    "nodenext",
    "bundler",
  ])("type-checks the five packages under strict settings, resolving as %s does", (resolution) => {
    for (const protocol of PROTOCOLS)
      writeFileSync(join(consumer.folder, `${protocol}.ts`), `${useOf(protocol)}${typed[protocol] ?? ""}`);
    writeFileSync(join(consumer.folder, "tsconfig.json"), JSON.stringify(strictConfig(resolution)));
    const compile = [join(ROOT, "node_modules", compiler), "--project", "tsconfig.json"];
    const run = () => execFileSync(process.execPath, compile, { cwd: consumer.folder, encoding: "utf8" });
    expect(outputOf(run)).toBe("");
  });
});

function strictConfig(moduleResolution: string) {
  const settings = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    noEmit: true,
  };
  const module = moduleResolution === "nodenext" ? "nodenext" : "esnext";
  const compilerOptions = { ...settings, target: "es2022", lib: ["es2022", "dom"], types: [], module, moduleResolution };
  return { compilerOptions, files: PROTOCOLS.map((protocol) => `${protocol}.ts`) };
}

function outputOf(run: () => string): string {
  try {
    return run();
  } catch (error) {
    return error instanceof Error && "stdout" in error ? String(error.stdout) : String(error);
  }
}

/** What the types promise: unions narrow by their discriminators, wrong values are errors, guards are Standard Schemas. */
const typed: Readonly<Record<string, string>> = {
  agent: `
import type { AgentEvent } from "@wirepact/agent";
export function similarity(event: AgentEvent): number | undefined {
  return event.data.event_type === "tool_found" ? event.data.data.similarity : undefined;
}
`,
  panel: `
import { type FrameError, isTrigger, type ParsedServerMessage, type Patch, type ServerMessage, type Trigger } from "@wirepact/panel";
export const trigger: Trigger = { type: "TRIGGER", tool: "increment" };
// @ts-expect-error a message has one type
export const wrong: Trigger = { type: "PING", tool: "increment" };
export function code(message: ServerMessage): string | undefined {
  return message.type === "ERROR" ? message.code : undefined;
}
const result = isTrigger["~standard"].validate(trigger);
if (result.issues === undefined) result.value.tool.toUpperCase();

const parsed: ParsedServerMessage = parseServerMessage({}, "json");
if (parsed.ok && parsed.message === "PATCH") {
  const patch: Patch = parsed.value;
  patch.mutations.at(0)?.key.toUpperCase();
}
// @ts-expect-error before the name is known, the value is any message
if (parsed.ok) parsed.value.mutations;
// @ts-expect-error no message has this name
if (parsed.ok && parsed.message === "PATSCH") parsed.value;
// @ts-expect-error what is refused has no value
if (!parsed.ok) parsed.value;
export const reason: FrameError | undefined = parsed.ok ? undefined : parsed.error;

/** Naming every message leaves nothing over. */
export function handle(frame: unknown): string {
  const result = parseServerMessage(frame);
  if (!result.ok) return result.error.code;
  switch (result.message) {
    case "CONNECTED":
      return result.value.panelId;
    case "RESULT":
      return result.value.requestId ?? "";
    case "PATCH":
      return result.value.mutations.map(({ key }) => key).join();
    case "EVENT":
      return result.value.event.name;
    case "PONG":
      return "";
    case "ERROR":
      return result.value.code;
    default:
      return result satisfies never;
  }
}
`,
  nodetool: `
import type { BinaryUpdate, JobUpdate } from "@wirepact/nodetool";
export const update: JobUpdate = { type: "job_update", status: "running", error: null };
export const bytes = (message: BinaryUpdate): Uint8Array => message.binary;
`,
};
