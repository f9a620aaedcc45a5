import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { chatDocument } from "../diagnostics/chat.ts";
import { runHere } from "../support/runHere.ts";
import { put, repository } from "./repository.ts";

const PACKAGE = "generated/chat/asyncapi.yaml";
const SHORT = chatDocument("more: { type: string, maxLength: 9 }");
const LONG = chatDocument("more: { type: string }");

/** A module whose code must not run; its text is enough to find things in it. */
const MODULE = `import { byType, message, protocol, Type, websocket } from "wirepact/define";
throw new Error("it was run");

const say = message({
  fields: {
    more: Type.String({ maxLength: 9 }),
  },
});

export default protocol("chat", { client: byType({ say }) });
`;

/** The document as it is generated from such a module: messages have their place. */
function generated(document: string): string {
  const [, say = ""] = /( {6}say:\n(?: {8}.*\n)*)/.exec(document) ?? [];
  const message = say.replace(/^ {2}/gm, "");
  return `${document.replace(say, '      say: { $ref: "#/components/messages/say" }\n')}components:\n  messages:\n${message}`;
}

interface Told {
  readonly place: { readonly file: string; readonly line: number } | null;
  readonly stood: { readonly file: string; readonly line: number } | null;
}

/** The first change that is told as JSON. */
async function placeOf(folder: string, ...args: readonly string[]): Promise<Told> {
  const { stdout } = await runHere(["review", "--format", "json", ...args], folder);
  return JSON.parse(stdout).protocols[0].changes[0];
}

/** Number of the line that holds a text. */
function lineOf(text: string, word: string): number {
  return text.split("\n").findIndex((line) => line.includes(word)) + 1;
}

describe("a change is shown where it stands:", () => {
  test("in the document of the package", async () => {
    const project = repository({ [PACKAGE]: LONG });
    put(project, { [PACKAGE]: SHORT });
    const line = lineOf(SHORT, "more:");
    expect(await placeOf(project, "--against", "HEAD")).toMatchObject({ place: { file: PACKAGE, line }, stood: null });
    const { stdout } = await runHere(["review", "--against", "HEAD"], project);
    expect(stdout).toContain(`\n              at ${PACKAGE}:${line}:`);
  });

  test("in the module that the package is made from, which is not run", async () => {
    const project = repository({ [PACKAGE]: generated(LONG) });
    put(project, { [PACKAGE]: generated(SHORT), "schemas/chat/protocol.ts": MODULE });
    const place = { file: "schemas/chat/protocol.ts", line: lineOf(MODULE, "more:") };
    expect(await placeOf(project, "--against", "HEAD")).toMatchObject({ place });
  });

  test("in the file that a document refers to", async () => {
    const tones = (words: string) => `# Tones\nTone: { enum: [${words}] }\n`;
    const split = chatDocument('tone: { $ref: "./tone.yaml#/Tone" }');
    const project = repository({ "chat.yaml": split, "tone.yaml": tones("loud, low") });
    put(project, { "tone.yaml": tones("loud") });
    const told = await placeOf(project, "--from", "chat.yaml", "--against", "HEAD");
    expect(told.place).toMatchObject({ file: "tone.yaml", line: 2 });
  });

  test("of what is gone: what is left around it, and where it stood", async () => {
    const project = repository({ [PACKAGE]: `# A line more\n${SHORT}` });
    put(project, { [PACKAGE]: chatDocument() });
    const told = await placeOf(project, "--against", "HEAD", "--level", "types");
    expect(told.place).toMatchObject({ file: PACKAGE, line: lineOf(chatDocument(), "properties:") });
    expect(told.stood).toMatchObject({ file: PACKAGE, line: lineOf(SHORT, "more:") + 1 });
  });

  test("from the root of the repository for others, from here for a terminal", async () => {
    const above = repository({ [`apps/talk/${PACKAGE}`]: LONG });
    const project = join(above, "apps/talk");
    put(project, { [PACKAGE]: SHORT });
    for (const format of ["github", "markdown", "sarif", "json"]) {
      const { stdout } = await runHere(["review", "--against", "HEAD", "--format", format], project);
      expect(stdout).toContain(`apps/talk/${PACKAGE}`);
    }
    const { stdout } = await runHere(["review", "--against", "HEAD"], project);
    expect(stdout).toContain(`at ${PACKAGE}`);
    expect(stdout).not.toContain("apps/talk");
  });
});
