import { describe, expect, test } from "vitest";
import { DiagnosticError, formatDiagnostic } from "../../generator/diagnostics.ts";
import { extendFile } from "../../generator/scaffold/extendFile.ts";
import { printStubFile } from "../../generator/scaffold/printStubFile.ts";
import type { StubFile } from "../../generator/scaffold/stubFile.ts";

const file: StubFile = {
  side: "server",
  protocol: "chat",
  module: "@acme/chat/server",
  type: "ChatHandlers",
  call: "serveChat",
  methods: [{ name: "say", parameters: ["message", "session"], description: "Says something.", isOptional: false }],
  start: { port: 3000, url: "ws://localhost:3000/", query: [], isSigned: false, letIn: "" },
};

describe("handlers are seen wherever they are written:", () => {
  test.each([
    ["under a computed text", 'serveChat({ ["say"]() {} });'],
    ["under a template without a hole", "serveChat({ [`say`]: () => {} });"],
    ["under an escaped name", "serveChat({ \\u0073ay() {} });"],
    ["as a getter", "serveChat({ get say() { return () => {}; } });"],
    ["short", "serveChat({ say });"],
    ["in a variable", "const all = { say() {} };\nserveChat(all);"],
    ["in a variable of a module's call", "const all = { say() {} };\nchat.serveChat(all);"],
    ["under another name of the call", 'import { serveChat as run } from "@acme/chat/server";\nrun({ say() {} });'],
    ["with arguments of types", "await serveChat<User>({ say() {} }).listen(1);"],
    ["as what a function gives", "function all(): ChatHandlers { return { say() {} }; }"],
    ["as what an arrow gives", "const all = (): ChatHandlers => ({ say() {} });"],
    ["spread from another object of the file", "const loud = { say() {} };\nserveChat({ ...loud });"],
    ["inherited from another object of the file", "const loud = { say() {} };\nserveChat({ __proto__: loud });"],
    ["in a base class of the file", "class A { say() {} }\nclass B extends A implements ChatHandlers {}"],
    ["in a class that is a value", "const B = class { say() {} };\nserveChat(new B());"],
    ["as a field of a class", "class A implements ChatHandlers { say = async () => {}; }"],
    ["assigned later", "const all: Partial<ChatHandlers> = {};\nall.say = () => {};"],
  ])("%s", (_how, text) => {
    expect(extendFile("chat.ts", text, file)).toMatchObject({ text, added: [], gone: [] });
  });
});

describe("what only looks like a handler is none:", () => {
  test.each([
    ["a static method", "class A implements ChatHandlers { static say() {} }"],
    ["a private method", "class A implements ChatHandlers { #say() {} }"],
    ["a method of an object within", "serveChat({ other: { say() {} } });"],
    ["a text", 'serveChat({ other: "say() {}" });'],
    ["a comment", "serveChat({ /* say() {} */ });"],
  ])("%s", (_what, text) => {
    expect(extendFile("chat.ts", text, file).added).toMatchObject([{ name: "say" }]);
  });
});

describe("what cannot be told is refused with its place:", () => {
  test.each([
    ["two calls", "serveChat({});\nserveChat({});", "2:11"],
    ["a spread of something else", "serveChat({\n  ...other });", "2:6"],
    ["a name that is declared twice", "{ const all = {}; }\nconst all = {};\nserveChat(all);", "3:1"],
    ["a name that is computed", "serveChat({\n  [key]: 1 });", "2:3"],
    ["what a call gives", "serveChat(\n  make());", "1:1"],
    ["a call without anything", "serveChat();", "1:1"],
    ["a character that is none", "serveChat({\n \0 });", "2:2"],
    ["endless nesting", `serveChat({ a: ${"[".repeat(100_000)}`, "1:1"],
  ])("%s", (_what, text, place) => {
    expect(() => extendFile("chat.js", text, file)).toThrow(DiagnosticError);
    expect(lineOf(() => extendFile("chat.js", text, file))).toMatch(
      new RegExp(`^chat\\.js:${place} - error bad-handlers: .*; .*$`),
    );
  });
});

test("objects that are made of each other are read once", () => {
  const text = "const a = { ...b };\nconst b = { ...a };\nserveChat({ ...a, other() {},\n});";
  expect(extendFile("chat.js", text, file)).toMatchObject({ added: [{ name: "say" }], gone: [{ name: "other" }] });
});

test.each([
  "constructor",
  "toString",
  "hasOwnProperty",
])("a handler named %s is told apart from what every object has", (name) => {
  const [method] = file.methods;
  if (method === undefined) throw new Error("no method");
  const named = { ...file, methods: [{ ...method, name }] };
  expect(extendFile("chat.js", "serveChat({});", named).added).toMatchObject([{ name }]);
  expect(extendFile("chat.js", `serveChat({ ${name}() {} });`, file).gone).toMatchObject([{ name }]);
});

test("nothing of a contract becomes code: neither a description, a module nor an address", () => {
  const evil = ['*/ evil(); /* " + evil() + "', "\n`$", "{evil()}`\u2028evil()"].join("");
  const methods = file.methods.map((method) => ({ ...method, description: evil, gives: { [evil]: evil, ["__proto__"]: evil } }));
  for (const side of ["server", "client"] as const) {
    const start = { ...file.start, url: evil, query: [{ name: evil, variable: evil, fallback: evil }] };
    const printed = printStubFile({ ...file, side, module: evil, methods, start }, "typescript");
    const code = printed.replace(/"(?:[^"\\\n]|\\.)*"/g, '""').replace(/\/\*[\s\S]*?\*\//g, "");
    expect(code).not.toContain("evil");
  }
});

function lineOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return error instanceof DiagnosticError ? error.diagnostics.map(formatDiagnostic).join("\n") : String(error);
  }
  return "";
}
