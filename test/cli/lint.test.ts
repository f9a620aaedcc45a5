import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { runHere } from "../support/runHere.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { chatSchema, newProject, SCHEMA } from "./chatProject.ts";

/** A contract that breaks rules of different levels: two spellings of one message, a time without a format, no examples. */
const TALK = `asyncapi: 3.1.0
info: { title: Talk, version: 1.0.0, description: People talk. }
channels:
  talk:
    address: /talk
    messages:
      say_it: { $ref: "#/components/messages/say_it" }
      sayIt: { $ref: "#/components/messages/sayIt" }
operations: { talk: { action: receive, channel: { $ref: "#/channels/talk" } } }
components:
  messages:
    say_it: { summary: Says., payload: { type: object, required: [type], properties: { type: { const: say_it }, by: { $ref: "#/components/schemas/User" } } } }
    sayIt: { summary: Says., payload: { type: object, required: [type], properties: { type: { const: sayIt } } } }
  schemas:
    User: { type: object, properties: { created_at: { type: string } } }
`;

const NO_EXAMPLE =
  'talk.yaml:12:5 - warning message-without-example: "say_it" has no example; add one, which pages, mocks and fixtures then show\n';
const SIMILAR =
  'talk.yaml:13:5 - error similar-messages: the client sends "say_it" and "sayIt", which differ in spelling alone; name one of them for what it does\n';
const NO_FORMAT =
  'talk.yaml:15:41 - warning timestamp-without-format: the schema "User" at /created_at is a point in time by its name, and does not say how it is written; give it format date-time\n';

describe("findings", () => {
  test("are told in the order of their places, with a summary; an error exits with 1", async () => {
    const { status, stdout, stderr } = await lintTalk("");
    expect(stdout).toBe(`${NO_EXAMPLE}${SIMILAR}${NO_FORMAT}\n1 protocol: 1 error, 2 warnings\n`);
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
  });

  test("warnings alone exit with 0, and with --strict with 1", async () => {
    const settings = "lint: { rules: { similar-messages: warning } }";
    expect((await lintTalk(settings)).status).toBe(0);
    expect((await lintTalk(settings, "--strict")).status).toBe(1);
  });

  test("--json prints one object, with protocol and pointer", async () => {
    const { status, stdout } = await lintTalk("", "--json");
    const { ok, protocols, diagnostics } = JSON.parse(stdout);
    expect({ ok, protocols, status }).toEqual({ ok: false, protocols: [{ protocol: "talk", found: 3, ignored: 0 }], status: 1 });
    expect(diagnostics[2]).toEqual({
      code: "timestamp-without-format",
      severity: "warning",
      text: expect.stringContaining("give it format date-time"),
      protocol: "talk",
      pointer: "/components/schemas/User/properties/created_at",
      position: { file: "talk.yaml", line: 15, column: 41 },
    });
  });

  test("every protocol of a project is linted, where none is named", async () => {
    const { stdout } = await runHere(["lint"], newProject());
    expect(stdout).toMatch(/^schemas\/chat\/protocol\.ts:2:7 - warning message-without-example: "say" /);
    expect(stdout).toContain("\n1 protocol: 0 errors, 2 warnings\n");
  });

  test("what an older document loses while it is read is told, and its level can be set", async () => {
    const schema = readFileSync(new URL("../golden/diagnostics/asyncapi-2-parameters/schema.yaml", import.meta.url), "utf8");
    const lintOlder = (settings: string) =>
      runHere(["lint", "schema.yaml"], temporaryFolder({ "schema.yaml": schema, "wirepact.yaml": settings }));
    expect((await lintOlder("")).stdout).toContain(" - warning unenforced-keyword: ");
    expect((await lintOlder("lint: { rules: { unenforced-keyword: error } }")).status).toBe(1);
    expect((await lintOlder("lint: { rules: { unenforced-keyword: off } }")).stdout).not.toContain("unenforced-keyword");
  });

  test("what generate warns of is told with the rest, and its level can be set", async () => {
    const pattern = { say: 'text: Type.String({ pattern: "^a*a*$" })' };
    const told = await runHere(["lint"], newProject({ [SCHEMA]: chatSchema(pattern) }));
    expect(told).toMatchObject({ status: 0, stdout: expect.stringContaining(" - warning slow-pattern: ") });
    const files = { [SCHEMA]: chatSchema(pattern), "wirepact.yaml": "lint: { rules: { slow-pattern: error } }" };
    const strict = await runHere(["lint"], newProject(files));
    expect(strict).toMatchObject({ status: 1, stdout: expect.stringContaining(" - error slow-pattern: ") });
    const ignoring = "lint: { ignore: [{ rule: slow-pattern, at: say, reason: Short. }] }";
    const ignored = await runHere(["lint"], newProject({ ...files, "wirepact.yaml": ignoring }));
    expect(ignored.stdout).not.toContain("slow-pattern");
  });
});

describe("what generate refuses", () => {
  test("is refused in its words, with 2, and the others are linted all the same", async () => {
    const project = newProject({
      "schemas/typo/protocol.ts": chatSchema({ say: "text: Type.String({ maxLenght: 5 })" }).replace('"chat"', '"typo"'),
    });
    const { status, stdout, stderr } = await runHere(["lint"], project);
    expect(stderr).toMatch(/^schemas\/typo\/protocol\.ts:2:\d+ - error misspelled-keyword: .*did you mean "maxLength"\?\n$/);
    expect(stdout).toContain("\n1 protocol: 0 errors, 2 warnings\n");
    expect(status).toBe(2);
    const json = JSON.parse((await runHere(["lint", "--json"], project)).stdout);
    expect(json.ok).toBe(false);
    expect(json.diagnostics[0]).toMatchObject({ code: "misspelled-keyword", severity: "error" });
  });

  test("an example that the validators refuse is, too", async () => {
    const broken = TALK.replace("say_it: { summary: Says.,", "say_it: { summary: Says., examples: [{ payload: { type: 5 } }],");
    const { status, stdout, stderr } = await runHere(["lint", "talk.yaml"], temporaryFolder({ "talk.yaml": broken }));
    expect(stderr).toContain(" - error invalid-example: ");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });
});

describe("an ignore", () => {
  test.each([
    ["a message", "{ rule: message-without-example, at: say_it, reason: Later. }"],
    ["a schema", "{ rule: timestamp-without-format, at: User, reason: Later. }"],
    ["a JSON Pointer", "{ rule: timestamp-without-format, at: /components/schemas, reason: Later. }"],
    ["one protocol", "{ rule: timestamp-without-format, at: User, protocol: talk, reason: Later. }"],
  ])("covers %s and what is inside", async (_, entry) => {
    const { stdout } = await lintTalk(`lint: { ignore: [${entry}] }`);
    expect(stdout).toMatch(/\n1 protocol: 1 error, 1 warning, 1 ignored\n$/);
  });

  test("of a request covers its reply, which stands elsewhere", async () => {
    const schema = chatSchema().replace("server: byType({ said })", "server: byType({ said }), replies: [reply(say).with(said)]");
    const files = { [SCHEMA]: schema.replace("protocol, Type", "protocol, reply, Type") };
    expect((await runHere(["lint"], newProject(files))).stdout).toContain("reply-uncorrelated");
    const settings = "lint: { ignore: [{ rule: reply-uncorrelated, at: say, reason: In order. }] }";
    const { stdout } = await runHere(["lint"], newProject({ ...files, "wirepact.yaml": settings }));
    expect(stdout).not.toContain("reply-uncorrelated");
    expect(stdout).toContain("1 ignored");
  });

  test.each([
    ["is mended", "{ rule: closed-enum, at: say, reason: Old. }", '"say" does not break closed-enum; remove this entry'],
    [
      "is misspelled",
      "{ rule: closed-enum, at: sai, reason: Old. }",
      'no message and no schema is named "sai"; did you mean "say"?',
    ],
    [
      "is gone",
      "{ rule: closed-enum, at: elephants, reason: Old. }",
      'no message and no schema is named "elephants"; correct it, or remove this entry',
    ],
    [
      "is a protocol that is misspelled",
      "{ rule: message-without-example, at: say, protocol: chta, reason: Old. }",
      'no protocol is named "chta"; did you mean "chat"?',
    ],
    [
      "is a protocol that is gone",
      "{ rule: message-without-example, at: say, protocol: weather, reason: Old. }",
      'no protocol is named "weather"; correct it, or remove this entry',
    ],
  ])("that covers nothing is told: what it was for %s", async (_, entry, text) => {
    const settings = `lint:\n  ignore:\n    - ${entry}\n`;
    const { status, stdout } = await runHere(["lint"], newProject({ "wirepact.yaml": settings }));
    expect(stdout).toContain(`wirepact.yaml:3:7 - warning stale-ignore: ${text}\n`);
    expect(status).toBe(0);
  });

  test("is no stale one where a run did not look at all that it may be meant for", async () => {
    const settings = "lint: { ignore: [{ rule: closed-enum, at: elephants, reason: Old. }] }";
    const { stdout } = await runHere(["lint", "chat"], newProject({ "wirepact.yaml": settings }));
    expect(stdout).not.toContain("stale-ignore");
  });
});

describe("settings", () => {
  test.each([
    [
      "lint: { rules: { closed-enums: off } }",
      '1:18 - error bad-settings: there is no rule "closed-enums"; did you mean "closed-enum"?',
    ],
    ["lint: { rules: { weather: off } }", '1:18 - error bad-settings: there is no rule "weather"; docs/lint.md lists them all'],
    [
      "lint: { rules: { ambiguous-messages: off } }",
      '1:18 - error bad-settings: there is no rule "ambiguous-messages"; docs/lint.md lists them all',
    ],
    [
      "lint: { rules: { __proto__: off } }",
      '1:18 - error bad-settings: there is no rule "__proto__"; docs/lint.md lists them all',
    ],
    [
      "lint: { rules: { closed-enum: of } }",
      '1:18 - error bad-settings: the level of "closed-enum" must be error, warning or off, not "of"',
    ],
    ["lint: { rules: [closed-enum] }", "1:9 - error bad-settings: rules must give rules a level each, such as closed-enum: off"],
    ["lint: { rule: {} }", '1:9 - error bad-settings: nothing reads "rule" here; did you mean "rules"?'],
    ["lint: [closed-enum]", "1:1 - error bad-settings: lint must hold rules, ignore or both; see docs/lint.md"],
    ["lnit: {}", '1:1 - error bad-settings: nothing reads "lnit" here; did you mean "lint"?'],
    ["lint: { ignore: {} }", "1:9 - error bad-settings: ignore must be a list of { rule, at, reason }"],
    ["lint: { ignore: [closed-enum] }", "1:18 - error bad-settings: an entry of ignore must be { rule, at, reason }"],
    [
      "lint: { ignore: [{ rule: closed-enum, at: say }] }",
      "1:18 - error bad-settings: this entry has no reason; write reason: and why the rule may be broken there",
    ],
    [
      'lint: { ignore: [{ rule: closed-enum, at: say, reason: " " }] }',
      "1:18 - error bad-settings: this entry has no reason; write reason: and why the rule may be broken there",
    ],
    [
      "lint: { ignore: [{ at: say, reason: Old. }] }",
      "1:18 - error bad-settings: this entry names no rule; write rule: and its id",
    ],
    [
      "lint: { ignore: [{ rule: closed-enum, reason: Old. }] }",
      "1:18 - error bad-settings: this entry names no place; write at: and a message, a named schema or a JSON Pointer",
    ],
    [
      "lint: { ignore: [{ rule: closed-enum, at: say, reason: Old., until: 2030 }] }",
      '1:62 - error bad-settings: nothing reads "until" here; there are rule, at, protocol, reason',
    ],
    [
      "lint: { ignore: [{ rule: closed-enum, at: say, reason: Old., protocol: 5 }] }",
      "1:62 - error bad-settings: protocol must be the name of one",
    ],
    ["[lint]", "1:1 - error bad-settings: settings must be an object of sections, such as lint"],
    ["lint: {", "1:8 - error yaml-syntax: "],
  ])("that cannot be meant are refused: %s", async (settings, line) => {
    const { status, stdout, stderr } = await runHere(["lint"], newProject({ "wirepact.yaml": settings }));
    expect(stderr).toContain(`wirepact.yaml:${line}`);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });

  test.each(["", "# later\n", "lint:\n", "lint: { rules: {}, ignore: [] }\n", "{}"])("may say nothing: %j", async (settings) => {
    expect(await runHere(["lint"], newProject({ "wirepact.yaml": settings }))).toMatchObject({ status: 0, stderr: "" });
  });

  test("--config names another file", async () => {
    const project = newProject({ "strict.yaml": "lint: { rules: { message-without-example: error } }" });
    expect((await runHere(["lint", "--config", "strict.yaml"], project)).status).toBe(1);
    const { status, stderr } = await runHere(["lint", "--config", "none.yaml"], project);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: "none.yaml:1:1 - error unreadable-file: there is no such file; check the path\n",
    });
  });

  test.each(["wirepact.yml", "wirepact.json"])("in a file that nobody reads are told: %s", async (name) => {
    const { status, stderr } = await runHere(["lint"], newProject({ [name]: "lint: {}" }));
    const text = "settings are read from wirepact.yaml; rename the file, or name it with --config";
    expect({ status, stderr }).toEqual({ status: 2, stderr: `${name}:1:1 - error bad-settings: ${text}\n` });
  });
});

function lintTalk(settings: string, ...flags: readonly string[]) {
  const files = settings === "" ? {} : { "wirepact.yaml": settings };
  return runHere(["lint", "--from", "talk.yaml", ...flags], temporaryFolder({ "talk.yaml": TALK, ...files }));
}
