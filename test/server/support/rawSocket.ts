import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";

/** A TCP connection that speaks what a test makes it speak. */
export class RawSocket {
  readonly socket: Socket;
  /** Everything that came, when the other side has ended it. */
  readonly ended: Promise<Buffer>;
  readonly #chunks: Buffer[] = [];

  constructor(port: number) {
    this.socket = connect(port, "127.0.0.1");
    this.socket.on("error", () => undefined);
    this.socket.on("data", (chunk: Buffer) => void this.#chunks.push(chunk));
    this.ended = new Promise((resolve) => this.socket.on("close", () => resolve(Buffer.concat(this.#chunks))));
  }

  get arrived(): Buffer {
    return Buffer.concat(this.#chunks);
  }

  /** Writes, and waits until it is written; a connection that the other side has ended takes it for written. */
  write(data: string | Buffer): Promise<void> {
    return new Promise((resolve) => this.socket.write(data, () => resolve()));
  }

  /** Asks for a WebSocket, and waits until it is there. */
  async upgrade(path: string, headers: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.write(upgradeHead(path, headers));
    await this.until("\r\n\r\n");
  }

  /** Waits until something has come, or the connection is over. */
  async until(text: string): Promise<void> {
    while (!this.arrived.includes(text) && !this.socket.destroyed) {
      await new Promise<void>((resolve) => {
        this.socket.once("data", () => resolve());
        this.socket.once("close", () => resolve());
      });
    }
  }
}

/** The head of a request for a WebSocket. */
export function upgradeHead(path: string, headers: Readonly<Record<string, string>> = {}): string {
  const all = {
    Host: "x",
    Connection: "Upgrade",
    Upgrade: "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": randomBytes(16).toString("base64"),
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === "" ? [] : [`${name}: ${value}`]));
  return `GET ${path} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`;
}

/** One frame as it travels (RFC 6455, 5.2): masked with zeros, unless it is not to be. */
export function rawFrame(
  opcode: number,
  payload: Buffer | string = "",
  { fin = true, masked = true, length }: { fin?: boolean; masked?: boolean; length?: bigint } = {},
): Buffer {
  const body = Buffer.from(payload);
  const head = Buffer.from([(fin ? 0x80 : 0) | opcode]);
  const mask = masked ? 0x80 : 0;
  return Buffer.concat([head, lengthOf(length ?? BigInt(body.length), mask), masked ? Buffer.alloc(4) : Buffer.alloc(0), body]);
}

function lengthOf(length: bigint, mask: number): Buffer {
  if (length < 126n) return Buffer.from([mask | Number(length)]);
  if (length < 65_536n) return Buffer.from([mask | 126, Number(length >> 8n), Number(length & 0xffn)]);
  const long = Buffer.alloc(9);
  long[0] = mask | 127;
  long.writeBigUInt64BE(length, 1);
  return long;
}

/** The code of the close frame at the end of what came; undefined where there is none. */
export function closeCodeIn(bytes: Buffer): number | undefined {
  const body = bytes.subarray(bytes.indexOf("\r\n\r\n") + 4);
  for (let offset = 0; offset + 1 < body.length; ) {
    const [opcode, size] = [(body[offset] ?? 0) & 0x0f, (body[offset + 1] ?? 0) & 0x7f];
    if (opcode === 8) return size >= 2 ? body.readUInt16BE(offset + 2) : 1005;
    offset += size === 126 ? 4 + body.readUInt16BE(offset + 2) : 2 + size;
  }
  return undefined;
}
