import { expect, test } from "vitest";
import { extendFile } from "../../generator/scaffold/extendFile.ts";
import type { StubFile } from "../../generator/scaffold/stubFile.ts";

const method = (name: string) => ({ name, parameters: ["message", "session"], description: `Does ${name}.`, isOptional: false });
const file: StubFile = {
  side: "server",
  protocol: "chat",
  module: "@acme/chat/server",
  type: "ChatHandlers",
  call: "serveChat",
  methods: [method("welcome"), method("say"), method("whisper")],
  start: { port: 3000, url: "ws://localhost:3000/", query: [], isSigned: false, letIn: "" },
};

/** The same handlers, in all ways that people write them. */
const handlers: Readonly<Record<string, string>> = {
  "an object with a comma": "serveChat({\n  welcome,\n});\n",
  "an object without a comma, and a comment behind it": "serveChat({ // all\n  welcome // yes\n  /* no */ });\n",
  "an empty object": "export const h: ChatHandlers = {};\n",
  "a comment of several lines behind the last comma": "serveChat({\n  welcome, /* a\n b */ });\n",
  "a comma on a line of its own": "serveChat({\n  welcome\n  ,\n});\n",
  "a class": "class Chat implements ChatHandlers {\n  welcome() {};\n}\n",
  "a class on one line": "class Chat implements ChatHandlers { welcome() {} }\n",
  "text that looks like code": 'serveChat({\n  welcome: () => "},{ /* ",\n  // }\n});\nconst s = `}`;\n',
};

/** Ways in which the bytes of the same text differ. */
const forms: Readonly<Record<string, (text: string) => string>> = {
  "as it is": (text) => text,
  "with imports": (text) => `import { serveChat } from "@acme/chat/server"; // ours\n\n${text}`,
  "with an import behind it": (text) => `${text}import { x } from "./x.js";\n`,
  "with tabs": (text) => text.replaceAll("  ", "\t"),
  "with the line ends of Windows": (text) => text.replaceAll("\n", "\r\n"),
  "with a mark at its beginning": (text) => `\uFEFF${text}`,
  "with a mark, imports and the line ends of Windows": (text) => `\uFEFFimport "a";\r\n${text.replaceAll("\n", "\r\n")}`,
  "without a line end at its end": (text) => text.trimEnd(),
  "with spaces at the ends of lines": (text) => text.replaceAll("\n", "  \n"),
  "behind a line for the shell": (text) => `#!/usr/bin/env node\n'use strict'\n${text}`,
};

const cases = Object.entries(handlers).flatMap(([what, text]) =>
  Object.entries(forms).flatMap(([how, form]) => ["chat.ts", "chat.mjs"].map((path) => [what, how, path, form(text)] as const)),
);
const parsable = cases.filter(([, , path, text]) => path !== "chat.mjs" || !/implements|: ChatHandlers/.test(text));

test.each(parsable)("%s %s (%s): what was written stays, byte for byte", (_what, _how, path, text) => {
  const extension = extendFile(path, text, file);
  expect(extension.added.map(({ name }) => name).at(-1)).toBe("whisper");
  expect(isWoven(text, extension.text)).toBe(true);
  if (text.includes("\r\n")) expect(extension.text.replaceAll("\r\n", "")).not.toContain("\n");
  const again = extendFile(path, extension.text, file);
  expect(again).toMatchObject({ text: extension.text, added: [] });
});

/** Whether a text holds all of another in at most three pieces, with something new between them. */
function isWoven(before: string, after: string): boolean {
  let head = 0;
  while (head < before.length && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < before.length - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const between = before.slice(head, before.length - tail);
  return after.slice(head, after.length - tail).includes(between);
}
