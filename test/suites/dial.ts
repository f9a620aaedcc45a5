import { afterEach } from "vitest";
import { WebSocket } from "ws";

/** What a generated server is, as far as these suites use one. */
interface Served {
  readonly port: number | undefined;
  readonly close: (options?: { readonly deadline?: number }) => Promise<void>;
}

const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** Keeps a server until the test is over; gives its address. */
export function serving(server: Served): string {
  cleanups.push(() => server.close({ deadline: 0 }));
  return `ws://127.0.0.1:${server.port}`;
}

/** What a server did to a plain client: the frames that it sent, or the code with which it closed. */
export type Heard = string | Buffer | number;

/** A client that knows nothing but WebSocket. */
export class Plain {
  readonly socket: WebSocket;
  readonly #heard: Heard[] = [];
  #waiting: ((heard: Heard) => void) | undefined;

  constructor(url: string) {
    this.socket = new WebSocket(url);
    cleanups.push(() => this.socket.terminate());
    this.socket.on("error", () => undefined);
    this.socket.on("message", (data, isBinary) => this.#hear(isBinary ? (data as Buffer) : String(data)));
    this.socket.on("close", (code) => this.#hear(code));
  }

  /** Sends a text as it is, whether or not its bytes are UTF-8. */
  text(bytes: string | Buffer): this {
    this.socket.send(bytes, { binary: false });
    return this;
  }

  bytes(bytes: Uint8Array): this {
    this.socket.send(bytes, { binary: true });
    return this;
  }

  /** What comes next. */
  next(): Promise<Heard> {
    const first = this.#heard.shift();
    if (first !== undefined) return Promise.resolve(first);
    return new Promise((resolve) => {
      this.#waiting = resolve;
    });
  }

  #hear(heard: Heard): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting === undefined) this.#heard.push(heard);
    else waiting(heard);
  }
}

/** Connects, and waits until frames can leave. */
export async function dial(url: string): Promise<Plain> {
  const plain = new Plain(url);
  await new Promise((resolve) => plain.socket.once("open", resolve));
  return plain;
}
