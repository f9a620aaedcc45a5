import { StringDecoder } from "node:string_decoder";

/** What programs of most languages call a mistake. */
const ERROR = /(?:Error|Exception|ERROR|FATAL)\b|\b(?:error|fatal|panic):/;

/** So many lines are kept. */
const MOST = 3;

/** Characters that are read of a line. */
const LONGEST = 300;

/** The first lines of a text that look like an error: what comes behind it may be any amount of its consequences. */
export class ErrorLines {
  readonly #decoder = new StringDecoder("utf8");
  readonly #found: string[] = [];
  #line = "";

  /** Takes more of the text. */
  add(chunk: Buffer): void {
    if (this.#found.length === MOST) return;
    const [head = "", ...others] = this.#decoder.write(chunk).split("\n");
    this.#extend(head);
    for (const line of others) {
      this.#end();
      this.#extend(line);
    }
  }

  /** The lines, in their order; the last one may be of a text that goes on. */
  get all(): readonly string[] {
    return this.#isFound ? [...this.#found, this.#line.trim()] : this.#found;
  }

  get #isFound(): boolean {
    return this.#found.length < MOST && ERROR.test(this.#line);
  }

  #extend(text: string): void {
    if (this.#line.length < LONGEST) this.#line = (this.#line + text).slice(0, LONGEST);
  }

  #end(): void {
    if (this.#isFound) this.#found.push(this.#line.trim());
    this.#line = "";
  }
}
