/** Times `wirepact generate` as whole processes, in turn, and tells what the time goes to. Prints; asserts nothing. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { largeProtocol } from "./largeProtocol.js";
import { stages } from "./stages.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const BIN = join(ROOT, "bin/wirepact.js");
/** `node test/bench/generate.js [rounds] [messages]` */
const ROUNDS = Number(process.argv[2] ?? 5);
const MESSAGES = Number(process.argv[3] ?? 1000);
const MANY = `${MESSAGES.toLocaleString("en")} messages`;
const folder = mkdtempSync(join(tmpdir(), "wirepact-bench-"));
writeFileSync(join(folder, "large.json"), JSON.stringify(largeProtocol(MESSAGES)));

/** Removes what earlier runs keep: transformed modules, and packages whose fingerprint would be known and spare the parser. */
const forget = () => rmSync(join(ROOT, "node_modules/.cache/wirepact"), { recursive: true, force: true });
const FRESH = join(folder, "fresh");
const forgetAll = () => {
  forget();
  rmSync(FRESH, { recursive: true, force: true });
};
const forgetLarge = () => rmSync(join(folder, "generated"), { recursive: true, force: true });
const large = ["generate", "--from", "large.json"];

const cases = [
  { name: "generate, all five, first time", args: ["generate", "--out", FRESH], cwd: ROOT, before: forgetAll },
  { name: "generate, all five, documents known", args: ["generate"], cwd: ROOT, before: forget },
  { name: "generate, all five, documents known and modules transformed before", args: ["generate"], cwd: ROOT },
  { name: "generate --check, all five, nothing changed", args: ["generate", "--check"], cwd: ROOT },
  { name: `generate, ${MANY}, first time`, args: large, cwd: folder, before: forgetLarge, rounds: 1 },
  { name: `generate, ${MANY}, document known`, args: large, cwd: folder },
  { name: "node, doing nothing", args: [], cwd: ROOT, bin: ["-e", "0"] },
];

console.log(
  `whole processes, ${ROUNDS} rounds in turn, milliseconds\n\n${"median".padStart(8)}${"min".padStart(8)}${"max".padStart(8)}`,
);
const times = cases.map(() => []);
for (let round = 0; round < ROUNDS; round++) {
  for (const [index, each] of cases.entries()) if (round < (each.rounds ?? ROUNDS)) times[index].push(time(each));
}
for (const [index, { name }] of cases.entries()) {
  const sorted = times[index].sort((a, b) => a - b);
  const figures = [sorted[Math.floor(sorted.length / 2)], sorted[0], sorted.at(-1)];
  console.log(`${figures.map((figure) => Math.round(figure).toString().padStart(8)).join("")}  ${name}`);
}
await stages(ROOT, join(folder, "large.json"), MANY);
rmSync(folder, { recursive: true, force: true });

function time({ args, cwd, before, bin = [BIN] }) {
  before?.();
  const start = performance.now();
  execFileSync(process.execPath, [...bin, ...args], { cwd, stdio: "ignore" });
  return performance.now() - start;
}
