import { Worker } from "node:worker_threads";
import type { Finding } from "../diagnostics.ts";
import type { JsonObject } from "../json.ts";

/** The parser is given this long before it counts as spinning, and a second more for every 50 messages. */
const BASE_MILLISECONDS = 20_000;
const MEMORY_MIB = 2048;

/** Has the official AsyncAPI parser judge a document, in a worker whose time and memory are bounded. */
export function judge(document: JsonObject, messages: number): Promise<readonly Finding[]> {
  const limit = BASE_MILLISECONDS + messages * 20;
  return new Promise((resolve) => {
    const worker = new Worker(new URL("./judgeWorker.js", import.meta.url), {
      workerData: JSON.stringify(document),
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MIB },
    });
    const settle = (findings: readonly Finding[]) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(findings);
    };
    const timer = setTimeout(() => settle([gaveUp(`did not finish within ${limit / 1000} s`)]), limit);
    worker.once("message", settle);
    worker.once("error", (error) => settle([gaveUp(`failed: ${error.message.split("\n")[0]}`)]));
  });
}

function gaveUp(what: string): Finding {
  return {
    code: "parser-gave-up",
    severity: "error",
    pointer: "",
    text: `the AsyncAPI parser ${what}; simplify recursive schemas, or look for a circle of references`,
  };
}
