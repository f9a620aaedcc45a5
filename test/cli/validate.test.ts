import { spawn } from "node:child_process";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { chatDocument } from "../diagnostics/chat.ts";
import { BIN, partProgress, runCli } from "../support/runCli.ts";
import { runHere } from "../support/runHere.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { validateHere } from "../support/validateHere.ts";

describe("one frame of JSON a line gives one verdict a line, exactly so:", () => {
  test.each([
    ["a message", '{"type":"PING"}', '{"line":1,"ok":true,"message":"PING"}'],
    [
      "a required property that is missing",
      '{"type":"TRIGGER"}',
      `{"line":1,"ok":false,"message":"TRIGGER","errors":[{"path":"/tool","code":"required","text":"must have required property 'tool'"}]}`,
    ],
    [
      "a value of the wrong type",
      '{"type":"TRIGGER","tool":7}',
      '{"line":1,"ok":false,"message":"TRIGGER","errors":[{"path":"/tool","code":"type","text":"must be string, got 7"}]}',
    ],
    [
      "a message that nobody sends",
      '{"type":"NOPE"}',
      refusal("/type", "unknown-message", 'must be one of "TRIGGER", "SUBSCRIBE", "UNSUBSCRIBE", "PING", got "NOPE"'),
    ],
    [
      "a message of the other side",
      '{"type":"PONG"}',
      '{"line":1,"ok":false,"message":"PONG","errors":[{"path":"/type","code":"wrong-direction","text":"must not be sent by the client: only the server sends this message, got \\"PONG\\""}]}',
    ],
    ["no discriminator", "{}", refusal("/type", "required", "must be present: /type tells which message this is")],
    ["a list", "[]", refusal("", "type", "must be object, got []")],
    ["null", "null", refusal("", "type", "must be object, got null")],
    ["a blank line", "", refusal("", "parse-error", 'must be JSON, got ""')],
    ["garbage", "}{", refusal("", "parse-error", 'must be JSON, got "}{"')],
    ["half a frame", '{"type":"PI', refusal("", "parse-error", 'must be JSON, got "{\\"type\\":\\"PI"')],
  ])("%s", async (_what, line, verdict) => {
    const { lines, status } = await read("panel", "json", `${line}\n`);
    expect(lines).toEqual([verdict]);
    expect(status).toBe(verdict.includes('"ok":true') ? 0 : 1);
  });

  test("a property inside an envelope, by its pointer", async () => {
    const { lines } = await read("nodetool", "json", '{"command":"cancel_job","data":{}}\n');
    expect(lines).toEqual([
      `{"line":1,"ok":false,"message":"cancel_job","errors":[{"path":"/data/job_id","code":"required","text":"must have required property 'job_id'"}]}`,
    ]);
  });

  test("several errors of one frame", async () => {
    const { lines } = await read("panel", "json", '{"type":"TRIGGER","requestId":7}\n');
    expect(
      JSON.parse(lines[0] ?? "")
        .errors.map(({ path }: { path: string }) => path)
        .sort(),
    ).toEqual(["/requestId", "/tool"]);
  });
});

describe("one frame of MessagePack a line, as hex:", () => {
  const ping = "81a474797065a470696e67";
  test.each([
    ["lower case", ping],
    ["upper case", ping.toUpperCase()],
    ["space around", `  ${ping}\t`],
  ])("%s", async (_what, line) => {
    expect(await read("nodetool", "msgpack", `${line}\n`)).toMatchObject({
      lines: ['{"line":1,"ok":true,"message":"ping"}'],
      status: 0,
    });
  });

  test.each([
    ["an odd number of digits", ping.slice(0, -1), /must be .*hex/],
    ["garbage", "ping", /must be .*hex/],
    ["a JSON frame", '{"type":"ping"}', /must be .*hex/],
    ["half a value", ping.slice(0, -2), /^must be one MessagePack value, got <10 bytes>$/],
    ["two values", `${ping}00`, /^must be one MessagePack value, got <12 bytes>$/],
    ["a length that nothing follows", "ddffffffff", /^must be one MessagePack value, got <5 bytes>$/],
  ])("%s is a parse error", async (_what, line, text) => {
    const { lines, status } = await read("nodetool", "msgpack", `${line}\n`);
    expect(lines.map((verdict) => JSON.parse(verdict))).toEqual([
      { line: 1, ok: false, message: null, errors: [{ path: "", code: "parse-error", text: expect.stringMatching(text) }] },
    ]);
    expect(status).toBe(1);
  });

  test("four million bytes", async () => {
    const { lines } = await read("nodetool", "msgpack", `c6003d0900${"ab".repeat(4_000_000)}\n`);
    expect(lines).toEqual([refusal("", "type", "must be object, got <4000000 bytes>")]);
  });
});

describe("lines:", () => {
  const frame = '{"type":"PING"}';
  test.each<[string, string[], number]>([
    ["nothing at all", [], 0],
    ["one without a line break", [frame], 1],
    ["the last without a line break", [`${frame}\n${frame}`], 2],
    ["with carriage returns", [`${frame}\r\n${frame}\r\n`], 2],
    ["cut anywhere by the pipe", [...`${frame}\n${frame}\n`], 2],
    ["behind a byte order mark", [`\uFEFF${frame}\n`], 1],
  ])("%s", async (_what, chunks, count) => {
    const { lines, status } = await read("panel", "json", ...chunks);
    expect(lines).toEqual(Array.from({ length: count }, (_, index) => `{"line":${index + 1},"ok":true,"message":"PING"}`));
    expect(status).toBe(0);
  });

  test("are read without their carriage returns", async () => {
    const { lines } = await read("panel", "json", "}{\r\n\r\n");
    expect(lines.map((line) => JSON.parse(line).errors[0].text)).toEqual(['must be JSON, got "}{"', 'must be JSON, got ""']);
  });

  test("are counted with the blank ones, so that numbers are those of the file", async () => {
    const { lines, status } = await read("panel", "json", `${frame}\n\n${frame}\n`);
    expect(lines.map((line) => JSON.parse(line)).map(({ line, ok }) => [line, ok])).toEqual([
      [1, true],
      [2, false],
      [3, true],
    ]);
    expect(status).toBe(1);
  });

  test("characters cut by the pipe are whole again", async () => {
    const bytes = Buffer.from('{"type":"TRIGGER","tool":"grüße 🎉"}\n');
    const { lines } = await read("panel", "json", ...Array.from(bytes, (byte) => Uint8Array.of(byte)));
    expect(lines).toEqual(['{"line":1,"ok":true,"message":"TRIGGER"}']);
  });

  test("bytes that are no text are refused, and the next line is read", async () => {
    const { lines } = await read("panel", "json", Uint8Array.of(0xff, 0xfe, 0x00, 0x80), `\n${frame}\n`);
    expect(lines.map((line) => JSON.parse(line).ok)).toEqual([false, true]);
  });

  test("that are no UTF-8 are refused, though a reader that replaces their bytes would take them", async () => {
    const tool = Buffer.concat([Buffer.from('{"type":"TRIGGER","tool":"'), Uint8Array.of(0xff), Buffer.from('","args":{}}')]);
    const { lines, status } = await read("panel", "json", tool, `\n\uFEFF${frame}\n`);
    expect(lines.map((line) => JSON.parse(line).errors)).toEqual([
      [
        {
          path: "",
          code: "parse-error",
          text: 'must be UTF-8, got "{\\"type\\":\\"TRIGGER\\",\\"tool\\":\\"\uFFFD\\",\\"args\\":{}}"',
        },
      ],
      [expect.objectContaining({ code: "parse-error" })],
    ]);
    expect(status).toBe(1);
  });

  test("of five million characters get a short verdict", async () => {
    const { lines } = await read("panel", "json", `${JSON.stringify({ type: "TRIGGER", tool: ["x".repeat(5e6)] })}\n`);
    expect(lines[0]).toMatch(/^\{"line":1,"ok":false,"message":"TRIGGER","errors":\[\{"path":"\/tool","code":"type",/);
    expect(lines[0]?.length).toBeLessThan(500);
  });

  test("longer than 64 MiB end the run, with their number", async () => {
    const run = read("panel", "json", `${frame}\n`, "x".repeat(65 * 1024 * 1024));
    const text = "a line is longer than 64 MiB; put each frame on a line of its own";
    const position = { file: "stdin", line: 2, column: 1 };
    await expect(run).rejects.toMatchObject({ diagnostics: [{ code: "bad-arguments", text, position }] });
  });
});

test("what takes longer than a second is told", async () => {
  let seconds = 0;
  vi.spyOn(performance, "now").mockImplementation(() => 2000 * seconds++);
  onTestFinished(() => void vi.restoreAllMocks());
  const { told } = await read("panel", "json", '{"type":"PING"}\n');
  expect(told).toEqual(["… loading panel", "… compiling the validators of panel", "… reading frames"]);
});

describe("the protocol is", () => {
  test.each(["chat.yaml", "docs/chat.yml", "chat.json"])("the AsyncAPI document %s, by its path", async (path) => {
    const cwd = temporaryFolder({ [path]: chatDocument() });
    const run = await runCli(["validate", path, "--from", "client"], { cwd, input: '{"type":"say"}\n' });
    expect(run).toMatchObject({ status: 0, stdout: '{"line":1,"ok":true,"message":"say"}\n', stderr: "" });
  });

  test("one of the project's own, or else one that ships", async () => {
    const run = await runCli(["validate", "panel", "--from", "server"], { cwd: temporaryFolder(), input: '{"type":"PONG"}\n' });
    expect(run).toMatchObject({ status: 0, stdout: '{"line":1,"ok":true,"message":"PONG"}\n', stderr: "" });
  });
});

describe("a wrong call is told in a line, with exit code 2:", () => {
  test.each<[string, string[], string]>([
    ["no protocol", ["--from", "client"], "error bad-arguments: missing required argument 'protocol'\nSee wirepact --help."],
    [
      "no side",
      ["panel"],
      "error bad-arguments: required option '--from <side>' not specified; or --session, for a session of both sides\nSee wirepact --help.",
    ],
    [
      "a wrong side",
      ["panel", "--from", "nobody"],
      "error bad-arguments: option '--from <side>' argument 'nobody' is invalid. Allowed choices are client, server.\nSee wirepact --help.",
    ],
    [
      "a wrong encoding",
      ["panel", "--from", "client", "--encoding", "xml"],
      "error bad-arguments: option '--encoding <encoding>' argument 'xml' is invalid. Allowed choices are json, msgpack.\nSee wirepact --help.",
    ],
    [
      "a misspelled protocol",
      ["pannel", "--from", "client"],
      'wirepact:1:1 - error missing-protocol: no protocol is named "pannel"; did you mean panel?',
    ],
    [
      "a document that is missing",
      ["nowhere.yaml", "--from", "client"],
      "nowhere.yaml:1:1 - error unreadable-file: there is no such file; check the path",
    ],
  ])("%s", async (_what, args, answer) => {
    const { status, stdout, stderr } = await runHere(["validate", ...args], temporaryFolder());
    expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: "", stderr: `${answer}\n` });
  });
});

test("a reader that has seen enough ends the run quietly", async () => {
  const child = spawn(process.execPath, [BIN, "validate", "panel", "--from", "client"], { cwd: temporaryFolder() });
  const complaints: string[] = [];
  child.stderr.on("data", (chunk: Buffer) => complaints.push(chunk.toString()));
  child.stdin.on("error", () => {});
  child.stdout.once("data", () => child.stdout.destroy());
  child.stdin.end('{"type":"PING"}\n'.repeat(50_000));
  await new Promise((resolve) => child.on("close", resolve));
  expect(partProgress(complaints.join("")).stderr).toBe("");
});

function refusal(path: string, code: string, text: string): string {
  return JSON.stringify({ line: 1, ok: false, message: null, errors: [{ path, code, text }] });
}

/** Validates a client's frames of a protocol that ships. */
function read(protocol: string, encoding: "json" | "msgpack", ...chunks: readonly (string | Uint8Array)[]) {
  return validateHere(protocol, temporaryFolder(), encoding, ...chunks);
}
