import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { contractOf, makeFiles } from "../support/makeFiles.ts";
import { BIN } from "../support/runCli.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { chatDocument, schemas } from "./chat.ts";

test("schemas that refer to each other and to themselves give a package", () => {
  const node =
    "{ type: object, properties: { next: { $ref: '#/components/schemas/Node' }, tree: { $ref: '#/components/schemas/Tree' } } }";
  const tree = "{ type: array, items: { $ref: '#/components/schemas/Node' } }";
  const document = chatDocument("node: { $ref: '#/components/schemas/Node' }") + schemas({ Node: node, Tree: tree });
  expect([...filesOf(document).keys()]).toEqual(expect.arrayContaining(["validators/Node.js", "validators/Tree.js"]));
});

test("a union of ten thousand constants gives a package", () => {
  const branches = Array.from({ length: 10_000 }, (_, index) => `{ type: string, const: c${index} }`);
  expect(filesOf(chatDocument(`colour: { oneOf: [${branches.join(", ")}] }`)).has("validators/Say.js")).toBe(true);
});

// 2^40 paths lead through forty of them: only what visits each schema once comes to an end.
test.each([
  ["allOf", (next: string) => `{ allOf: [${next}, ${next}] }`],
  ["properties", (next: string) => `{ type: object, properties: { left: ${next}, right: ${next} } }`],
])("forty diamonds of %s are read without walking every path", (_keyword, level) => {
  const levels = Array.from({ length: 40 }, (_, index) => [`D${index}`, level(`{ $ref: '#/components/schemas/D${index + 1}' }`)]);
  const document = chatDocument("diamond: { $ref: '#/components/schemas/D0' }");
  const project = temporaryFolder({
    "schema.yaml": document + schemas({ ...Object.fromEntries(levels), D40: "{ type: object }" }),
  });
  expect(validateOrKill(project, '{"type":"say"}\n')).toEqual({
    status: 0,
    stdout: '{"line":1,"ok":true,"message":"say"}\n',
  });
});

function filesOf(document: string): Map<string, string> {
  return makeFiles(contractOf(parse(document), "chat"));
}

/** Validates frames in a process that is ended when it does not end by itself. */
function validateOrKill(cwd: string, input: string) {
  const args = [BIN, "validate", "schema.yaml", "--from", "client"];
  const { status, stdout } = spawnSync(process.execPath, args, { cwd, input, timeout: 10_000, killSignal: "SIGKILL" });
  return { status, stdout: stdout.toString() };
}
