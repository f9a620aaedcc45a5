import { execFileSync } from "node:child_process";
import { copyFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PROTOCOLS, ROOT } from "../support/protocols.ts";
import { type Consumer, createConsumer } from "./consumer.ts";

let consumer: Consumer;

beforeAll(() => {
  consumer = createConsumer();
  for (const protocol of PROTOCOLS) {
    copyFileSync(join(ROOT, "test/packages/stubs", `${protocol}.ts`), join(consumer.folder, `${protocol}.ts`));
  }
});

afterAll(() => rmSync(consumer.folder, { recursive: true, force: true }));

describe.each([
  ["the newest TypeScript 7", "typescript/bin/tsc", ["es2022", "dom", "esnext.disposable"]],
  ["TypeScript 5.0, the oldest supported", "typescript-5/bin/tsc", ["es2022", "dom"]],
])("%s", (_name, compiler, lib) => {
  test.each([
    "nodenext",
    "bundler",
  ])("type-checks both stubs of the five, and finds each mistake, as %s resolves", (resolution) => {
    writeFileSync(join(consumer.folder, "tsconfig.json"), JSON.stringify(strictConfig(resolution, lib)));
    const compile = [join(ROOT, "node_modules", compiler), "--project", "tsconfig.json"];
    expect(outputOf(() => execFileSync(process.execPath, compile, { cwd: consumer.folder, encoding: "utf8" }))).toBe("");
  });
});

function strictConfig(moduleResolution: string, lib: readonly string[]) {
  const settings = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noImplicitAny: true,
    skipLibCheck: false,
    noEmit: true,
  };
  const module = moduleResolution === "nodenext" ? "nodenext" : "esnext";
  const compilerOptions = { ...settings, target: "es2022", lib, types: [], module, moduleResolution };
  return { compilerOptions, files: PROTOCOLS.map((protocol) => `${protocol}.ts`) };
}

function outputOf(run: () => string): string {
  try {
    return run();
  } catch (error) {
    return error instanceof Error && "stdout" in error ? String(error.stdout) : String(error);
  }
}
