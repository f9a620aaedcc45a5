import { printable } from "@wirepact/runtime";
import type { JudgedResult } from "../outcome.ts";
import { type ConformRun, summarize } from "../summary.ts";

/** A run as the XML that JUnit writes, which CI servers read. A known failure is skipped there, with its reason. */
export function toJunit(run: ConformRun): string {
  const { counts, total, isIdle } = summarize(run);
  const whole = [
    ...(run.unrun > 0 ? [`interrupted: ${run.unrun} cases have no result`] : []),
    ...(isIdle ? ["nothing was judged, so nothing was shown"] : []),
  ];
  const skipped = counts.skipped + counts["known-failure"];
  const failures = counts.fail + counts["unexpected-pass"];
  const name = `wirepact conform ${run.role} ${run.protocol}`;
  const figures = `tests="${total + whole.length}" failures="${failures}" errors="${counts["harness-error"] + whole.length}" skipped="${skipped}"`;
  const suite = `name=${attribute(name)} ${figures} time="${seconds(run.milliseconds)}"`;
  const cases = [...run.results.map((result) => testCase(result, name)), ...whole.map((text) => brokenRun(name, text))];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n<testsuite ${suite}>\n${cases.join("")}</testsuite>\n</testsuites>\n`;
}

function testCase(result: JudgedResult, suite: string): string {
  const inner = contentOf(result);
  const head = `<testcase classname=${attribute(suite)} name=${attribute(result.id)} time="${seconds(result.milliseconds)}"`;
  return inner === "" ? `${head}/>\n` : `${head}>${inner}</testcase>\n`;
}

/** What is wrong with the run as a whole: servers that read this look at cases alone. */
function brokenRun(suite: string, text: string): string {
  const error = element("error", "harness-error", text);
  return `<testcase classname=${attribute(suite)} name="run" time="0.000">${error}</testcase>\n`;
}

function contentOf({ outcome, verdict, known, title }: JudgedResult): string {
  if (outcome === "unexpected-pass") return element("failure", "unexpected-pass", `passes now; it is on the list: ${known}`);
  if (outcome === "known-failure") return `<skipped message=${attribute(known ?? "")}/>`;
  switch (verdict.kind) {
    case "pass":
      return "";
    case "skipped":
      return `<skipped message=${attribute(verdict.reason)}/>`;
    case "harness-error":
      return element("error", "harness-error", verdict.text);
    case "fail": {
      const { rule, text, frame, at } = verdict;
      const places = [frame, at?.written ?? at?.pointer, at?.source].filter((line) => line !== undefined);
      return element("failure", rule, text, [title, ...places].join("\n"));
    }
  }
}

function element(name: "failure" | "error", type: string, message: string, told = ""): string {
  return `<${name} type=${attribute(type)} message=${attribute(message)}>${text(told)}</${name}>`;
}

function attribute(told: string): string {
  return `"${text(told).replaceAll("\n", "&#10;")}"`;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&apos;"],
]);

/** XML has no way to write most control characters, nor halves of characters: they are shown as on a terminal. Lines stay lines. */
function text(told: string): string {
  const lines = told.split("\n").map((line) => printable(line).replace(/[\ufffe\uffff]/g, "\ufffd"));
  return lines.join("\n").replace(/[&<>"']/g, (character) => ENTITIES.get(character) ?? "");
}
