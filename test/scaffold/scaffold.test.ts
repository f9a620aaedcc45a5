import { describe, expect, test } from "vitest";
import { DiagnosticError, formatDiagnostic } from "../../generator/diagnostics.ts";
import { extendFile } from "../../generator/scaffold/extendFile.ts";
import { startFile } from "../../generator/scaffold/startFile.ts";
import type { StubFile } from "../../generator/scaffold/stubFile.ts";

const method = (name: string, description: string, parameters: string[], isOptional = false) => ({
  name,
  description,
  parameters,
  isOptional,
});

const shared = {
  protocol: "chat",
  start: { port: 3000, url: "ws://localhost:3000/chat", query: [], isSigned: false, letIn: "" },
};

const server: StubFile = {
  ...shared,
  side: "server",
  module: "@acme/chat/server",
  type: "ChatHandlers",
  call: "serveChat",
  methods: [
    method("welcome", "First frame of every connection.", ["session"]),
    method("say", "Says something in a room.", ["message", "session"]),
    method("ping", "Answered by the stub.", ["message", "session"], true),
  ],
};

const client: StubFile = {
  ...shared,
  side: "client",
  module: "@acme/chat/client",
  type: "ChatClient",
  call: "connectChat",
  methods: [method("said", "Somebody said something.", ["message"]), method("room/left", "Somebody left.", ["message"])],
};

const SAY = `  /** Says something in a room. */
  say(_message, _session) {
    throw new Error("say is not implemented");
  }`;

/** Where people write their handlers: the file before, with a mark where the missing method must go, and what is put there. */
const places: Record<string, { before: string; added: string; file?: StubFile }> = {
  "an object with its type": {
    before: `const handlers: ChatHandlers = {\n  welcome: () => ({}), // hello§\n};\n`,
    added: `\n${SAY},`,
  },
  "an object that satisfies it": {
    before: `export default {\n  welcome() { return {}; },§\n} satisfies ChatHandlers<User>;\n`,
    added: `\n${SAY},`,
  },
  "an object with a part of it": {
    before: `const handlers: Partial<ChatHandlers> = {\n  "welcome": () => ({}),§\n};\n`,
    added: `\n${SAY},`,
  },
  "an object given to the call": {
    before: `serveChat({\n  welcome,§\n}, { origins: [] });\n`,
    added: `\n${SAY},`,
  },
  "an object without a comma at its end: at the top, since a comma would touch a line": {
    before: `serveChat({§\n  welcome: () => ({})\n});\n`,
    added: `\n${SAY},`,
  },
  "an object on one line": {
    before: `serveChat({§ welcome: () => ({}) });\n`,
    added: `\n${SAY},\n`,
  },
  "a class": {
    before: `class Chat implements ChatHandlers<User> {\n  welcome() { return {}; }§\n}\n`,
    added: `\n${SAY.replace("_message, _session)", '...[_message, _session]: Parameters<NonNullable<ChatHandlers<User>["say"]>>): ReturnType<NonNullable<ChatHandlers<User>["say"]>>')}`,
  },
  "a file with the line ends of Windows": {
    before: `serveChat({\r\n  welcome,§\r\n});\r\n`,
    added: `\n${SAY},`.replaceAll("\n", "\r\n"),
  },
  "a client's listeners, whatever it is called": {
    before: `export function listen(chat: ChatClient) {\n  chat.on("said", console.log); // loud§\n}\n`,
    added: `\n  /** Somebody left. */\n  chat.on("room/left", (message) => console.log("room/left", message));`,
    file: client,
  },
  "a client without listeners": {
    before: `function listen(chat: ChatClient, log: (text: unknown) => void) {§\n}\nfunction loud(chat: ChatClient) { chat.on("said", console.log); }\n`,
    added: `\n  /** Somebody left. */\n  chat.on("room/left", (message) => console.log("room/left", message));`,
    file: client,
  },
};

describe.each(Object.entries(places))("%s", (_, { before, added, file = server }) => {
  const [head = "", foot = ""] = before.split("§");

  test("gets what it lacks, and nothing that was written is touched", () => {
    const extension = extendFile("chat.ts", head + foot, file);
    expect(extension.text).toBe(head + added + foot);
    expect(extension.added).toHaveLength(1);
  });

  test("is left alone when it lacks nothing", () => {
    expect(extendFile("chat.ts", head + added + foot, file)).toMatchObject({ text: head + added + foot, added: [] });
  });
});

test("what the contract does not know is told with its place, and stays", () => {
  const text = "serveChat({\n  welcome,\n  say() {},\n  whisper() {},\n  ping() {},\n});\n";
  expect(extendFile("chat.ts", text, server)).toEqual({
    text,
    added: [],
    line: 1,
    column: 11,
    gone: [{ name: "whisper", line: 4, column: 3 }],
  });
});

test.each([
  ["a file without handlers", "export const nothing = {};\n", server, "chat.ts:1:1"],
  ["a call of something else", "serveOther({ welcome() {} });\n", server, "chat.ts:1:1"],
  ["a client file without a function that takes the client", 'chat.on("said", () => {});\n', client, "chat.ts:1:1"],
  ["a file that does not parse", "serveChat({\n  welcome() {\n", server, "chat.ts:3:1"],
])("%s is refused with its place and the way out", (_, text, file, place) => {
  const lines = diagnosticsOf(() => extendFile("chat.ts", text, file));
  expect(lines).toEqual([expect.stringMatching(`^${place} - error bad-handlers: .*; (mend it|name another file with --to)$`)]);
});

function diagnosticsOf(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    if (error instanceof DiagnosticError) return error.diagnostics.map(formatDiagnostic);
    throw error;
  }
  return [];
}

test("a new server says that nobody is asked for the contract's credentials yet, where that is so", () => {
  const open = startFile("chat.ts", { ...server, start: { ...server.start, letIn: "Everybody is let in." } }, "typescript");
  expect(open.text).toContain("\n// TODO: Everybody is let in.\nconst server = serveChat(handlers);\n");
  expect(startFile("chat.ts", server, "typescript").text).not.toContain("let in");
});
