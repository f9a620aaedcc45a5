import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { listen } from "../support/connections.ts";
import { readTree } from "../support/readTree.ts";
import { runCli } from "../support/runCli.ts";
import { runHere } from "../support/runHere.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { validateHere } from "../support/validateHere.ts";
import { chatDocument } from "./chat.ts";

const GENERATE = ["generate", "--from", "schema.yaml"];
const SECRET = "hunter2";

describe("nothing is fetched:", () => {
  test.each<[string, (host: string) => Record<string, string>]>([
    ["a $ref to http", (host) => ({ "schema.yaml": referring(`http://${host}/people.yaml#/Author`) })],
    ["a $ref to HTTP in capitals", (host) => ({ "schema.yaml": referring(`HTTP://${host}/people.yaml`) })],
    ["a $ref to https", (host) => ({ "schema.yaml": referring(`https://${host}/people.yaml`) })],
    ["a $ref without a scheme", (host) => ({ "schema.yaml": referring(`//${host}/people.yaml`) })],
    [
      "a $ref in a second file",
      (host) => ({
        "schema.yaml": referring("./people.yaml#/Author"),
        "people.yaml": `Author: { $ref: "http://${host}/person.yaml" }\n`,
      }),
    ],
    [
      "a $ref in an AsyncAPI 2 document",
      (host) => ({
        "schema.yaml": `asyncapi: 2.6.0
info: { title: Chat, version: 1.0.0 }
channels:
  /chat: { publish: { message: { $ref: "http://${host}/say.yaml" } } }
`,
      }),
    ],
  ])("%s", async (_what, filesAt) => {
    const { host, seen } = await listen();
    const { status, stderr } = await generateFrom(temporaryFolder(filesAt(host)));
    expect(stderr).toMatch(
      /^\w+\.yaml:\d+:\d+ - error foreign-reference: ".*" is outside the project: nothing is fetched; .*\n$/,
    );
    expect(status).toBe(2);
    expect(seen()).toBe(0);
  });

  test("addresses that are no references", async () => {
    const { host, seen } = await listen();
    const info = `info: { title: Chat, version: 1.0.0, license: { name: MIT, url: "http://${host}/" }, externalDocs: { url: "http://${host}/" } }`;
    const project = temporaryFolder({ "schema.yaml": chatDocument().replace(/^info: .*$/m, info) });
    expect((await generateFrom(project)).status).toBe(0);
    expect(seen()).toBe(0);
  });

  test("a reference that a schema module writes by hand", async () => {
    const { host, seen } = await listen();
    const project = temporaryFolder({
      "schemas/chat/protocol.ts": `import { byType, message, protocol, Type, websocket } from "wirepact/define";
        const say = message({ description: "Says.", fields: { author: Type.Unsafe({ $ref: "http://${host}/people.yaml" }) } });
        export default protocol("chat", { title: "Chat", version: "1.0.0", description: "Talk.",
          endpoint: websocket("/"), client: byType({ say }), server: byType({}) });`,
    });
    expect((await runCli(["generate"], { cwd: project })).status).toBe(2);
    expect(seen()).toBe(0);
  });
});

describe("nothing outside the project is read, and none of it is shown:", () => {
  test.each<[string, string, (outside: string, project: string) => void]>([
    ["by a relative path", "../outside/people.yaml#/Author", () => {}],
    ["by an absolute path", "ABSOLUTE#/Author", () => {}],
    ["by a file: address", "file://ABSOLUTE#/Author", () => {}],
    [
      "through a link to a file",
      "./people.yaml#/Author",
      (outside, project) => symlinkSync(outside, join(project, "people.yaml")),
    ],
    [
      "through a link to a folder",
      "./shared/people.yaml#/Author",
      (outside, project) => symlinkSync(join(outside, ".."), join(project, "shared")),
    ],
  ])("%s", async (_how, reference, prepare) => {
    const root = temporaryFolder({ "outside/people.yaml": `Author: { const: ${SECRET} }\n` });
    const [outside, project] = [join(root, "outside/people.yaml"), join(root, "project")];
    mkdirSync(project);
    prepare(outside, project);
    const files = temporaryFolder({ "schema.yaml": referring(reference.replace("ABSOLUTE", outside)) });
    symlinkSync(join(files, "schema.yaml"), join(project, "schema.yaml"));
    const { status, stdout, stderr } = await runHere(GENERATE, project);
    expect(stderr).toMatch(/^schema\.yaml:13:23 - error foreign-reference: /);
    expect(stdout + stderr).not.toContain(SECRET);
    expect(status).toBe(2);
    expect(readTree(join(project, "generated"))).toEqual({});
  });
});

test("a file of the project that is no schema is refused without showing what it holds", async () => {
  const project = temporaryFolder({ "schema.yaml": referring("./.env"), ".env": `TOKEN=${SECRET}\n` });
  const { status, stdout, stderr } = await runHere(GENERATE, project);
  expect(stderr).toMatch(/^\S+:\d+:\d+ - error [a-z-]+: /);
  expect(stdout + stderr).not.toContain(SECRET);
  expect(status).toBe(2);
});

describe("a reference finds, in another file of the project,", () => {
  test.each([
    ["a named part", "people.yaml#/Author", "Author: { type: string }"],
    ["the whole file", "people.yaml", "type: string"],
    ["a name with a slash", "people.yaml#/the~1author", "the/author: { type: string }"],
    ["a name with a tilde", "people.yaml#/the~0author", "the~author: { type: string }"],
    ["a name with a space, written as an address writes it", "people.yaml#/the%20author", "the author: { type: string }"],
    ["an item of a list", "people.yaml#/authors/0", "authors: [{ type: string }]"],
    ["what the other file refers to itself", "people.yaml#/Author", 'Author: { $ref: "#/Name" }\nName: { type: string }'],
    [
      "what refers back to the document",
      "people.yaml#/Author",
      'Author: { $ref: "schema.yaml#/channels/chat/messages/say/payload/properties/type" }',
    ],
  ])("%s", async (_what, reference, people) => {
    const project = temporaryFolder({ "schema.yaml": referring(reference), "people.yaml": `${people}\n` });
    const frames = '{"type":"say","author":"say"}\n{"type":"say","author":7}\n';
    const { lines } = await validateHere(join(project, "schema.yaml"), project, "json", frames);
    expect(lines).toEqual([
      '{"line":1,"ok":true,"message":"say"}',
      expect.stringMatching(/^\{"line":2,"ok":false,"message":"say","errors":\[\{"path":"\/author",/),
    ]);
  });
});

/** The document with a reference at line 13, column 23. */
function referring(reference: string): string {
  return chatDocument(`author: { $ref: ${JSON.stringify(reference)} }`);
}

/** In a process of its own, which would be the one to connect. */
function generateFrom(project: string) {
  return runCli(GENERATE, { cwd: project });
}
