import { Worker } from "node:worker_threads";
import type { Finding } from "../diagnostics.ts";
import type { JsonObject } from "../json.ts";
import { foldFindings } from "./foldFindings.ts";
import { forParser } from "./forParser.ts";
import { slice } from "./slices.ts";

/** How long the parser may take for one slice before it counts as spinning. */
const LIMIT_MILLISECONDS = 30_000;
const MEMORY_MIB = 2048;
const WORKERS = 2;

/** One slice that waits for a worker. */
interface Task {
  readonly text: string;
  readonly settle: (findings: readonly Finding[]) => void;
}

/**
 * The official AsyncAPI parser, in a few workers whose time and memory are bounded. They start when there is something to judge, and
 * keep no process from ending.
 */
export class Judge {
  readonly #idle: Worker[] = [];
  readonly #queue: Task[] = [];
  readonly #workers = new Set<Worker>();
  readonly #limit: number;

  constructor(limit: number = LIMIT_MILLISECONDS) {
    this.#limit = limit;
  }

  /** What the parser finds wrong with a document: its errors and warnings. */
  async judge(document: JsonObject): Promise<readonly Finding[]> {
    const verdicts = await Promise.all(slice(forParser(document)).map((part) => this.#ask(disguise(JSON.stringify(part)))));
    const findings = verdicts
      .flat()
      .map((finding) => ({ ...finding, pointer: undisguise(finding.pointer), text: undisguise(finding.text) }));
    return foldFindings(document, findings);
  }

  /** Ends the workers. */
  async close(): Promise<void> {
    await Promise.all([...this.#idle].map((worker) => worker.terminate()));
  }

  #ask(text: string): Promise<readonly Finding[]> {
    return new Promise((settle) => {
      this.#queue.push({ text, settle });
      this.#next();
    });
  }

  #next(): void {
    const worker = this.#queue.length > 0 ? (this.#idle.pop() ?? this.#start()) : undefined;
    const task = worker === undefined ? undefined : this.#queue.shift();
    if (worker !== undefined && task !== undefined) this.#run(worker, task);
  }

  #start(): Worker | undefined {
    if (this.#workers.size === WORKERS) return undefined;
    const worker = new Worker(new URL("./judgeWorker.js", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MIB },
    });
    this.#workers.add(worker);
    // One may end while nobody asks it anything.
    return worker.on("error", () => this.#drop(worker)).on("exit", () => this.#drop(worker));
  }

  #run(worker: Worker, { text, settle }: Task): void {
    const finish = (findings: readonly Finding[], reusable: boolean) => {
      clearTimeout(timer);
      worker.off("message", onMessage).off("error", onError);
      worker.unref();
      if (reusable) this.#idle.push(worker);
      else this.#drop(worker);
      settle(findings);
      this.#next();
    };
    const onMessage = (findings: readonly Finding[]) => finish(findings, true);
    const onError = (error: Error) => finish([gaveUp(`failed: ${error.message.split("\n")[0]}`)], false);
    const timer = setTimeout(() => finish([gaveUp(`did not finish within ${this.#limit / 1000} s`)], false), this.#limit);
    worker.on("message", onMessage).on("error", onError).ref();
    worker.postMessage(text);
  }

  #drop(worker: Worker): void {
    if (!this.#workers.delete(worker)) return;
    const index = this.#idle.indexOf(worker);
    if (index >= 0) this.#idle.splice(index, 1);
    void worker.terminate();
  }
}

/** The judge of all runs of this process: its workers are kept for the next one, since they need a second to read the parser. */
export const judge = new Judge();

const PROTOTYPE = Object.getOwnPropertyNames(Object.prototype).join("|");

/** The parser asks objects of the document for their methods, and trips over properties named like one. It sees them under another name. */
function disguise(text: string): string {
  return text.replace(new RegExp(`"(${PROTOTYPE})"`, "g"), '"$1\u00B7"');
}

function undisguise(text: string): string {
  return text.replace(new RegExp(`\\b(${PROTOTYPE})\u00B7`, "g"), "$1");
}

function gaveUp(what: string): Finding {
  const text = `the AsyncAPI parser ${what}; simplify recursive schemas, or look for a circle of references`;
  return { code: "parser-gave-up", severity: "error", pointer: "", text };
}
