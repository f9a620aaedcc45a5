import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { type Browser, chromium, type Page } from "playwright-core";
import { strangerIsMissing } from "../support/stranger.ts";

/** Debian's own browser. */
const CHROMIUM = "/usr/bin/chromium";

const REASON = "needs Debian's chromium, which .ci/run installs";

/** Why no browser can be had here, or null where one can; said aloud too, since not every reporter does. */
export function browserIsMissing(): string | null {
  return existsSync(CHROMIUM) ? null : strangerIsMissing(REASON);
}

/** Starts a headless browser; as root it must be without its sandbox. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: ["--headless", "--no-sandbox", "--disable-gpu"] });
}

/** A page under test. */
export interface Opened {
  readonly origin: string;
  /** Runs an expression in a task of the page's own, since what a debugger runs is exempt from the page's policy. */
  readonly run: (expression: string) => Promise<unknown>;
  /** Errors that the page did not catch or wrote to its console; violations of the policy are among them. */
  readonly complaints: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** Opens a page that runs a script under a policy that forbids code made at run time. */
export async function openPage(browser: Browser, script: string): Promise<Opened> {
  const server = createServer((request, response) => {
    const isScript = request.url === "/script.js";
    response.writeHead(200, {
      "content-type": isScript ? "text/javascript" : "text/html",
      "content-security-policy": "default-src 'none'; script-src 'self'; connect-src http: ws:",
    });
    response.end(isScript ? script : '<!doctype html><title>Wirepact</title><script type="module" src="/script.js"></script>');
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const origin = `http://127.0.0.1:${address.port}`;
  const page = await browser.newPage();
  const complaints = complaintsOf(page);
  await page.goto(origin);
  const run = (expression: string) => page.evaluate(`new Promise((done) => setTimeout(() => done(${expression})))`);
  const close = async () => {
    await page.close();
    server.closeAllConnections();
    server.close();
  };
  return { origin, run, complaints: () => complaints, close };
}

function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  return complaints;
}
