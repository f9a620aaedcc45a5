import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readTree } from "../support/readTree.ts";
import { runCli } from "../support/runCli.ts";
import { runHere } from "../support/runHere.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { chatDocument } from "./chat.ts";

const MEBIBYTE = 1024 * 1024;

describe("a file that cannot be read is one diagnostic:", () => {
  test.each<[string, string | Uint8Array, string]>([
    ["UTF-16", Buffer.from(`\uFEFF${chatDocument()}`, "utf16le"), "the file cannot be read as UTF-8 text"],
    ["bytes that are no UTF-8", Uint8Array.of(0x61, 0x3a, 0xff, 0xfe, 0x80), "the file cannot be read as UTF-8 text"],
    ["NUL characters", chatDocument('note: { const: "a\0b" }'), "the file holds NUL characters"],
    ["17 MiB", `# ${"x".repeat(17 * MEBIBYTE)}\n${chatDocument()}`, "the file is larger than 16 MiB"],
  ])("%s", async (_what, content, text) => {
    expect(await answerTo(content)).toEqual([expect.stringContaining(`schema.yaml:1:1 - error unreadable-file: ${text}`)]);
  });

  test("a file that does not exist", async () => {
    const { status, stderr } = await runHere(["generate", "--from", "nowhere.yaml"], temporaryFolder());
    expect(stderr).toBe("nowhere.yaml:1:1 - error unreadable-file: there is no such file; check the path\n");
    expect(status).toBe(2);
  });

  test("a folder", async () => {
    const { status, stderr } = await runHere(["generate", "--from", "docs"], temporaryFolder({ "docs/chat.yaml": "" }));
    expect(stderr).toBe("docs:1:1 - error unreadable-file: this is no file; name an AsyncAPI document\n");
    expect(status).toBe(2);
  });
});

// In processes of their own: what exhausts a stack may take the process with it.
describe("nesting without end is one diagnostic, not a crash:", () => {
  test.each([
    ["a million brackets", `deep: ${"[".repeat(1e6)}${"]".repeat(1e6)}\n`],
    ["ten thousand list items in one line", `deep:\n  ${"- ".repeat(10_000)}end\n`],
    ["three thousand indented maps", `deep:\n${range(3000, (level) => `${" ".repeat(level + 1)}a:`).join("\n")}\n`],
  ])("%s", async (_what, content) => {
    expect(await answerTo(content, runCli)).toEqual([
      expect.stringMatching(/^schema\.yaml:\d+:\d+ - error yaml-syntax: .*nested/),
    ]);
  });

  test("three hundred schemas inside each other", async () => {
    const schema = `deep: ${"{ type: array, items: ".repeat(300)}{ type: string }${" }".repeat(300)}`;
    const text = "schemas are nested deeper than 200 levels; name the inner ones";
    expect(await answerTo(chatDocument(schema), runCli)).toEqual([
      expect.stringMatching(`^schema\\.yaml:13:\\d+ - error too-deep: ${text}$`),
    ]);
  });
});

test("brackets in texts are no nesting", async () => {
  const { stderr } = await generateFrom(chatDocument(`note: { type: string, description: "${"see [1 ".repeat(600)}" }`));
  expect(stderr).toBe("");
});

function range(length: number, item: (index: number) => string): string[] {
  return Array.from({ length }, (_, index) => item(index));
}

/** The lines that `generate` answers to a document which it must refuse, leaving nothing behind. */
async function answerTo(content: string | Uint8Array, run?: typeof runCli): Promise<string[]> {
  const { status, stderr, written } = await generateFrom(content, run);
  expect({ status, written }).toEqual({ status: 2, written: {} });
  return stderr.trimEnd().split("\n");
}

async function generateFrom(content: string | Uint8Array, run?: typeof runCli) {
  const project = temporaryFolder();
  writeFileSync(join(project, "schema.yaml"), content);
  const args = ["generate", "--from", "schema.yaml"];
  const result = await (run === undefined ? runHere(args, project) : run(args, { cwd: project }));
  return { ...result, written: readTree(join(project, "generated")) };
}
