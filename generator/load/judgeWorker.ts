import { parentPort } from "node:worker_threads";
import { pointerOf } from "@wirepact/runtime";
import type { Finding } from "../diagnostics.ts";
import { KeptParser } from "./keptParser.ts";

/** Severities of the parser's diagnostics that are ours too: 0 is an error, 1 a warning. */
const SEVERITIES: readonly Finding["severity"][] = ["error", "warning"];

/** Nothing outside the document is ever read: references were bundled before, and what is left of them is refused. */
const refuse = { canRead: true, order: 1, read: (): string => "null" };
const resolvers = ["file", "http", "https"].map((schema) => ({ schema, ...refuse }));
const parser = new KeptParser({ __unstable: { resolver: { cache: false, resolvers } } });

parentPort?.on("message", async (document: string) => {
  const { diagnostics } = await parser.parse(document);
  const findings = diagnostics.flatMap(({ severity, message, code, path }): Finding[] => {
    const known = SEVERITIES[severity];
    if (code === "uncaught-error") return [crashed(message)];
    return known === undefined
      ? []
      : [{ code: "asyncapi", severity: known, text: `${message} (${code})`, pointer: pointerOf(path) }];
  });
  parentPort?.postMessage(findings);
});

function crashed(message: string): Finding {
  const reason = message
    .split("\n")[0]
    ?.replace(/, stack:.*/, "")
    .slice(0, 200);
  return {
    code: "parser-gave-up",
    severity: "error",
    text: `the AsyncAPI parser crashed: ${reason}; look for names that it may stumble over`,
    pointer: "",
  };
}
