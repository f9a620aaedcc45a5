import { parentPort } from "node:worker_threads";
import { Parser } from "@asyncapi/parser";
import { pointerOf } from "@wirepact/runtime";
import type { Finding } from "../diagnostics.ts";

/** Severities of the parser's diagnostics that are ours too: 0 is an error, 1 a warning. */
const SEVERITIES: readonly Finding["severity"][] = ["error", "warning"];

const parser = new Parser();

parentPort?.on("message", async (document: string) => {
  const { diagnostics } = await parser.parse(document);
  const findings = diagnostics.flatMap(({ severity, message, code, path }): Finding[] => {
    const known = SEVERITIES[severity];
    return known === undefined
      ? []
      : [{ code: "asyncapi", severity: known, text: `${message} (${code})`, pointer: pointerOf(path) }];
  });
  parentPort?.postMessage(findings);
});
