import { builtinModules } from "node:module";
import { build } from "vite";
import { expect, test } from "vitest";
import { ROOT } from "../support/protocols.ts";

const ENTRY = "\0entry";
const SOURCE = `
export { createConnect } from "@wirepact/runtime/codegen-v1";
export { openWebSocket } from "@wirepact/runtime/codegen-v1/websocket-client";
`;

test("a browser's bundle of the client core holds no module of Node, and no ws", async () => {
  const entry = {
    name: "entry",
    enforce: "pre" as const,
    resolveId: (id: string) => (id === "virtual:entry" ? ENTRY : undefined),
    load: (id: string) => (id === ENTRY ? SOURCE : undefined),
  };
  const rolldownOptions = { input: "virtual:entry", preserveEntrySignatures: "strict" as const };
  const built = await build({ root: ROOT, logLevel: "silent", plugins: [entry], build: { write: false, rolldownOptions } });
  const output = "output" in built ? built.output : [];
  const [chunk] = output;
  if (chunk?.type !== "chunk") throw new Error("no bundle");
  const foreign = [...chunk.imports, ...Object.keys(chunk.modules)].filter(
    (id) => /^node:|__vite-browser-external|node_modules\/ws\//.test(id) || builtinModules.includes(id),
  );
  expect(foreign).toEqual([]);
  expect(Object.keys(chunk.modules).some((id) => id.endsWith("websocketClient/browser.js"))).toBe(true);
});
