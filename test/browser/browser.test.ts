import { builtinModules } from "node:module";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { type Bundle, bundle, packageOf } from "./bundle.ts";
import { browserIsMissing, openPage, startBrowser } from "./page.ts";
import { startAgent, startNodetool, startPanel } from "./servers.ts";

const missing = browserIsMissing();
let browser: Browser | undefined;

beforeAll(async () => {
  if (missing === null) browser = await startBrowser();
});

afterAll(() => browser?.close());

const MAKE_CODE = `(() => { try { return new Function("return 1")(); } catch ({ name }) { return name; } })()`;
const PANEL = { op: "set", key: "count", value: 2 };

const FLOWS = [
  {
    protocol: "panel",
    start: () => startPanel(),
    address: "ws://127.0.0.1:PORT/panels/panel-1/ws",
    told: {
      opening: { count: 0 },
      result: [PANEL],
      mutations: [PANEL],
      refused: ["rejected", "TOOL_NOT_FOUND"],
      states: ["closed", "closed"],
    },
    packages: ["the flow", "@wirepact/panel", "@wirepact/runtime"],
    madeCode: [],
  },
  {
    protocol: "nodetool",
    start: startNodetool,
    address: "ws://127.0.0.1:PORT/ws",
    told: {
      message: "Job started",
      seen: ["running", "binary_update", 0, 127, 128, 255, "node_progress", "cancelled"],
    },
    packages: ["the flow", "@msgpack/msgpack", "@wirepact/nodetool", "@wirepact/runtime"],
    madeCode: [],
  },
  {
    protocol: "agent",
    start: startAgent,
    address: "http://127.0.0.1:PORT",
    told: { session_id: "session-1", seen: ["searching", "synthesis_step", "42."] },
    packages: [
      "the flow",
      "the bundler",
      "@wirepact/agent",
      "@wirepact/runtime",
      "socket.io-client",
      "socket.io-parser",
      "engine.io-client",
      "engine.io-parser",
      "@socket.io/component-emitter",
      "debug",
      "ms",
    ],
    // Engine.IO's way to the global object where there is neither `self` nor `window`: no browser gets there.
    madeCode: ['Function("return this")()'],
  },
];

describe.each(FLOWS)("the client of $protocol, bundled by a stock bundler", ({
  protocol,
  start,
  address,
  told,
  packages,
  madeCode,
}) => {
  let bundled: Bundle;

  beforeAll(async () => {
    bundled = await bundle(protocol);
  });

  test("holds its own packages, and nothing of Node", () => {
    expect(new Set(bundled.modules.map(packageOf))).toEqual(new Set(packages));
    expect(bundled.imports).toEqual([]);
    expect(bundled.modules.filter((id) => /^node:|__vite-browser-external/.test(id) || builtinModules.includes(id))).toEqual([]);
  });

  test("asks for no module at run time, and makes no code there", () => {
    expect(bundled.code.match(/\brequire\(|["'`]node:|\bimport\(/g)).toBeNull();
    expect(bundled.code.match(/\b(?:eval|Function)\(.*?\)(?:\(\))?/g) ?? []).toEqual(madeCode);
  });

  test("runs its flow in Chromium, under a strict policy, against our server", async ({ skip }) => {
    if (missing !== null || browser === undefined) return skip(missing ?? "no browser");
    const server = await start();
    onTestFinished(() => server.close());
    const page = await openPage(browser, bundled.code);
    onTestFinished(() => page.close());
    const url = address.replace("PORT", String(server.port));
    expect(await page.run(`flow(${JSON.stringify(url)})`)).toEqual(told);
    expect(page.complaints()).toEqual([]);
    expect(await page.run(MAKE_CODE)).toBe("EvalError");
  });
});

test("a page of a foreign origin is refused, and learns no more than browsers tell", async ({ skip }) => {
  if (missing !== null || browser === undefined) return skip(missing ?? "no browser");
  const { code } = await bundle("panel");
  const page = await openPage(browser, code);
  onTestFinished(() => page.close());
  const addressOf = async (origins: readonly string[]) => {
    const server = await startPanel({ origins });
    onTestFinished(() => server.close());
    return JSON.stringify(`ws://127.0.0.1:${server.port}/panels/panel-1/ws`);
  };
  const foreign = await addressOf(["https://app.example"]);
  expect(await page.run(`refused(${foreign})`)).toEqual({ code: "unreachable", closeCode: 1006, status: undefined });
  const own = await addressOf(["https://app.example", page.origin]);
  expect(await page.run(`flow(${own})`)).toMatchObject({ states: ["closed", "closed"] });
});
