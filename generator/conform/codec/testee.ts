import { get, getString, isList, isObject, type JsonObject } from "../../json.ts";
import { boundedLines, type Line } from "../boundedLines.ts";
import { type Child, startChild, tellEnding } from "../childProcess.ts";
import { unlessAborted } from "../unlessAborted.ts";
import { Breakdown } from "./breakdown.ts";
import { shown } from "./shown.ts";

/** Version of the line protocol. */
const VERSION = 1;

/** Longest answer that is read, in bytes. */
const LONGEST = 16 * 1024 * 1024;

/** Milliseconds in which a testee that has closed its output may still say, by ending, why. */
const ENDING = 200;

/** What a testee says of itself. */
export interface Capabilities {
  readonly implementation: string;
  readonly does: ReadonlySet<string>;
}

/** A program that answers JSON lines, one after the other. */
export class Testee {
  readonly #child: Child;
  readonly #lines: AsyncGenerator<Line, void>;
  readonly #asked = new Set<string>();

  constructor(command: readonly string[]) {
    this.#child = startChild(command);
    this.#lines = boundedLines(this.#child.stdout, LONGEST);
  }

  /** Tells it what protocol it is about; it tells what it does. */
  async start(protocol: string, signal: AbortSignal): Promise<Capabilities> {
    const answer = await this.#ask({ do: "start", protocol, version: VERSION }, signal);
    const does = get(answer, "does");
    if (get(answer, "ok") === true && isList(does) && does.every((one) => typeof one === "string"))
      return { implementation: (getString(answer, "implementation") ?? "unnamed").slice(0, 100), does: new Set(does) };
    throw new Breakdown(
      "codec-protocol",
      `"start" is answered with "ok": true and a list of what it "does", got ${shown(answer)}`,
    );
  }

  /** Asks it one thing, and waits for that answer. */
  async ask(id: string, request: JsonObject, signal: AbortSignal): Promise<JsonObject> {
    this.#asked.add(id);
    const answer = await this.#ask({ ...request, id }, signal);
    if (get(answer, "id") === id) return answer;
    throw new Breakdown("codec-protocol", this.#wrongId(get(answer, "id"), id));
  }

  /** Tells it to end, and waits until it has. */
  async stop(signal: AbortSignal): Promise<void> {
    this.#child.stdin.end('{"do":"stop"}\n');
    void this.#drain();
    const ending = await unlessAborted(this.#child.ended, signal);
    if (ending === undefined)
      throw new Breakdown(
        "codec-stop",
        `it was told to stop and its input was closed, and it did not end ${String(signal.reason)}`,
      );
    if (ending.kind === "exit" && ending.status === 0) return;
    throw new Breakdown("codec-stop", `it was told to stop, and ${tellEnding(ending, this.#child.lastWords())}`);
  }

  /** Ends it, whatever it does. */
  kill(): void {
    this.#child.kill();
    this.#child.stdin.destroy();
    this.#child.stdout.destroy();
  }

  async #ask(request: JsonObject, signal: AbortSignal): Promise<JsonObject> {
    this.#child.stdin.write(`${JSON.stringify(request)}\n`);
    const line = await unlessAborted(this.#lines.next(), signal);
    if (line === undefined) throw new Breakdown("codec-silence", `it did not answer ${String(signal.reason)}`);
    if (line.done) throw await this.#ended();
    if (line.value.kind === "too-long")
      throw new Breakdown("codec-protocol", `it wrote more than ${LONGEST / 1024 / 1024} MiB without an end of line`);
    return objectIn(line.value.text);
  }

  async #ended(): Promise<Breakdown> {
    const ending = await unlessAborted(this.#child.ended, AbortSignal.timeout(ENDING));
    if (ending === undefined) return new Breakdown("codec-crash", "it closed its output instead of answering");
    return new Breakdown("codec-crash", `it ${tellEnding(ending, this.#child.lastWords())}`);
  }

  /** Whoever writes on when nobody reads any more is not kept from ending. */
  async #drain(): Promise<void> {
    for await (const { kind } of this.#lines) if (kind === "too-long") return;
  }

  #wrongId(got: unknown, wanted: string): string {
    const again =
      typeof got === "string" && this.#asked.has(got) ? ", which was asked before: a second answer, or one out of order" : "";
    return `it was asked ${shown(wanted)}, and answered ${got === undefined ? "without an id" : shown(got)}${again}`;
  }
}

function objectIn(text: string): JsonObject {
  const value = parse(text);
  if (isObject(value)) return value;
  throw new Breakdown("codec-protocol", `each line is one JSON object, got ${shown(text)}`);
}

function parse(text: string) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
