import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readTree } from "../support/readTree.ts";
import { runHere } from "../support/runHere.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

test("nothing is written when one of two protocols is broken", async () => {
  const project = temporaryFolder({ ...protocol("chat", "text: Type.String()"), ...protocol("news", "") });
  breakProtocol(project, "news");
  const { status, stderr } = await runHere(["generate"], project);
  expect(stderr).toBe(complaint("news"));
  expect(status).toBe(2);
  expect(readTree(join(project, "generated"))).toEqual({});
});

test("what an earlier run wrote stays as it was, also for the protocol that is fine and has changed", async () => {
  const project = temporaryFolder({ ...protocol("chat", ""), ...protocol("news", "") });
  expect((await runHere(["generate"], project)).status).toBe(0);
  const before = readTree(join(project, "generated"));
  for (const [path, text] of Object.entries(protocol("chat", "text: Type.String()"))) writeFileSync(join(project, path), text);
  breakProtocol(project, "news");
  expect((await runHere(["generate"], project)).status).toBe(2);
  expect(readTree(join(project, "generated"))).toEqual(before);
  expect((await runHere(["generate", "chat"], project)).status).toBe(0);
  expect(readTree(join(project, "generated"))).not.toEqual(before);
});

test("every broken protocol is told in one run", async () => {
  const project = temporaryFolder({ ...protocol("chat", ""), ...protocol("news", "") });
  breakProtocol(project, "chat");
  breakProtocol(project, "news");
  const { status, stderr } = await runHere(["generate"], project);
  expect(stderr).toBe(complaint("chat") + complaint("news"));
  expect(status).toBe(2);
});

test("--json tells the same, as data on standard output", async () => {
  const project = temporaryFolder(protocol("news", ""));
  breakProtocol(project, "news");
  const { status, stdout, stderr } = await runHere(["generate", "--json"], project);
  expect(stderr).toBe("");
  expect(status).toBe(2);
  expect(JSON.parse(stdout)).toEqual({
    ok: false,
    diagnostics: [
      {
        code: "misspelled-keyword",
        severity: "error",
        text: '"minLenght" is no keyword; did you mean "minLength"?',
        position: { file: "schemas/news/protocol.ts", line: 2, column: 85 },
      },
    ],
  });
});

function protocol(name: string, fields: string): Record<string, string> {
  return {
    [`schemas/${name}/protocol.ts`]: `import { byType, message, protocol, Type, websocket } from "wirepact/define";
const say = message({ description: "Says something.", fields: { ${fields} } });
export default protocol("${name}", { title: "Talk", version: "1.0.0", description: "Talk in rooms.",
  endpoint: websocket("/talk"), client: byType({ say }), server: byType({}) });
`,
  };
}

function breakProtocol(project: string, name: string): void {
  for (const [path, text] of Object.entries(protocol(name, "text: Type.String({ minLenght: 1 })"))) {
    writeFileSync(join(project, path), text);
  }
}

function complaint(name: string): string {
  return `schemas/${name}/protocol.ts:2:85 - error misspelled-keyword: "minLenght" is no keyword; did you mean "minLength"?\n`;
}
