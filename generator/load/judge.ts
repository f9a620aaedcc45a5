import { Worker } from "node:worker_threads";
import type { Finding } from "../diagnostics.ts";
import { getObject, type JsonObject } from "../json.ts";
import { slice } from "./slices.ts";

/** The parser is given this long before it counts as spinning, and some more for every operation. */
const BASE_MILLISECONDS = 20_000;
const PER_OPERATION = 20;
const MEMORY_MIB = 2048;

/** Has the official AsyncAPI parser judge a document, in workers whose time and memory are bounded. */
export async function judge(document: JsonObject): Promise<readonly Finding[]> {
  const limit = BASE_MILLISECONDS + Object.keys(getObject(document, "operations")).length * PER_OPERATION;
  const slices = slice(document);
  const half = Math.ceil(slices.length / 2);
  const shares = [slices.slice(0, half), slices.slice(half)].filter((share) => share.length > 0);
  const verdicts = await Promise.all(shares.map((share) => judgeInWorker(share, limit)));
  const unique = new Map(verdicts.flat().map((finding) => [JSON.stringify(finding), finding]));
  return [...unique.values()];
}

function judgeInWorker(documents: readonly JsonObject[], limit: number): Promise<readonly Finding[]> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL("./judgeWorker.js", import.meta.url), {
      workerData: documents.map((document) => JSON.stringify(document)),
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
  const text = `the AsyncAPI parser ${what}; simplify recursive schemas, or look for a circle of references`;
  return { code: "parser-gave-up", severity: "error", pointer: "", text };
}
