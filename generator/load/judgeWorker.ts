import { parentPort, workerData } from "node:worker_threads";
import { Parser } from "@asyncapi/parser";
import { pointerOf } from "@wirepact/runtime";
import type { Finding } from "../diagnostics.ts";

/** Severities of the parser's diagnostics that are ours too: 0 is an error, 1 a warning. */
const SEVERITIES: readonly Finding["severity"][] = ["error", "warning"];

const documents: readonly string[] = workerData;
const findings: Finding[] = [];
for (const document of documents) {
  const { diagnostics } = await new Parser().parse(document);
  for (const { severity, message, code, path } of diagnostics) {
    const known = SEVERITIES[severity];
    if (known === undefined) continue;
    findings.push({ code: "asyncapi", severity: known, text: `${message} (${code})`, pointer: pointerOf(path) });
  }
}
parentPort?.postMessage(findings);
