import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createServer } from "vite";
import { expect, onTestFinished, test } from "vitest";
import { codeBlock } from "../support/codeBlock.ts";
import { ROOT } from "../support/protocols.ts";
import { runCli } from "../support/runCli.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { browserIsMissing, startBrowser } from "./page.ts";

const README = readFileSync(join(ROOT, "README.md"), "utf8");
const BROWSER = readFileSync(join(ROOT, "docs/browser.md"), "utf8");

test("two browsers talk, by the pages of the documentation", async ({ skip }) => {
  const missing = browserIsMissing();
  if (missing !== null) return skip(missing);
  const folder = await chatProject();
  const port = await startChat(folder);
  writeFileSync(join(folder, "page.js"), codeBlock(BROWSER, "js", "addEventListener").replace("3000", port));
  const origin = await startVite(folder);
  const browser = await startBrowser();
  onTestFinished(() => browser.close());
  const [ada, bob] = [await browser.newPage(), await browser.newPage()];
  await ada.goto(`${origin}?user=ada`);
  await bob.goto(`${origin}?user=bob`);
  await ada.fill("input", "hi <b>bob</b>");
  await ada.press("input", "Enter");
  for (const page of [ada, bob]) expect(await page.locator("li").first().textContent()).toBe("ada: hi <b>bob</b>");
});

/** The chat of the README, generated, with what its package needs. */
async function chatProject(): Promise<string> {
  const folder = temporaryFolder({
    "package.json": '{ "type": "module" }',
    "schemas/chat/protocol.ts": codeBlock(README, "ts", "protocol("),
    "server.js": codeBlock(README, "js", "serveChat").replace("3000", "0"),
    "index.html": codeBlock(BROWSER, "html", "<form>"),
  });
  expect(await runCli(["generate"], { cwd: folder })).toMatchObject({ status: 0 });
  link(join(folder, "generated/chat"), join(folder, "node_modules/@wirepact/chat"));
  link(join(ROOT, "runtime"), join(folder, "node_modules/@wirepact/runtime"));
  link(join(ROOT, "node_modules/ws"), join(folder, "node_modules/ws"));
  return folder;
}

function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path);
}

/** Starts the README's server; gives its port. */
async function startChat(folder: string): Promise<string> {
  const server = spawn(process.execPath, ["server.js"], { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void server.kill());
  const [line] = await once(server.stdout, "data");
  return /\d+/.exec(String(line))?.[0] ?? "";
}

/** What `npx vite` does. */
async function startVite(root: string): Promise<string> {
  const vite = await createServer({
    root,
    configFile: false,
    logLevel: "error",
    server: { port: 0, fs: { allow: [root, ROOT] } },
  });
  onTestFinished(() => vite.close());
  await vite.listen();
  return vite.resolvedUrls?.local[0] ?? "";
}
