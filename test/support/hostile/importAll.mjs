// Imports the modules listed on standard input into this process, calls what they export, and prints what that changed.
import { readFileSync } from "node:fs";

const before = { globals: Object.getOwnPropertyNames(globalThis), inherited: Object.getOwnPropertyNames(Object.prototype) };
const failures = [];
for (const url of JSON.parse(readFileSync(0, "utf8"))) {
  try {
    const module = await import(url);
    // The stubs would connect, and serve.
    if (!url.endsWith("/index.js")) continue;
    for (const exported of Object.values(module)) if (typeof exported === "function") exported({ type: "base" });
  } catch (error) {
    failures.push(`${url}: ${error}`);
  }
}
const globals = Object.getOwnPropertyNames(globalThis).filter((name) => !before.globals.includes(name));
const inherited = Object.getOwnPropertyNames(Object.prototype).filter((name) => !before.inherited.includes(name));
console.log(JSON.stringify({ failures, globals, inherited }));
