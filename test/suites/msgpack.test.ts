import { ExtData } from "@msgpack/msgpack";
import { serveNodetool } from "@wirepact/nodetool/server";
import { expect, test } from "vitest";
import { msgpack } from "../../runtime/src/msgpack.ts";
import { dial, serving } from "./dial.ts";
import { MSGPACK_CASES, type MsgpackCase } from "./packages.ts";

const bytesOf = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll("-", ""), "hex"));

/** What a case says, as JavaScript has it: whole numbers beyond 2^53 are rounded, a timestamp is a Date. */
function said(one: MsgpackCase): unknown {
  const { bignum, binary, timestamp, ext } = one;
  if (bignum !== undefined) return Number(bignum);
  if (binary !== undefined) return bytesOf(binary);
  if (timestamp !== undefined) return new Date(timestamp[0] * 1000 + timestamp[1] / 1e6);
  if (ext !== undefined) return new ExtData(ext[0], bytesOf(ext[1]));
  return [one.nil, one.bool, one.number, one.string, one.array, one.map].find((value) => value !== undefined);
}

const nameOf = ({ msgpack: _, ...rest }: MsgpackCase) => JSON.stringify(rest).slice(0, 60);

test("the suite is whole", () => expect(MSGPACK_CASES.length).toBe(85));

test("all 85 cases are decoded, from each of their spellings", () => {
  for (const one of MSGPACK_CASES) {
    for (const hex of one.msgpack)
      expect([nameOf(one), hex, msgpack.decode(bytesOf(hex))]).toEqual([nameOf(one), hex, { frame: said(one) }]);
  }
});

test("what is encoded is decoded again", () => {
  for (const one of MSGPACK_CASES) {
    const value = said(one);
    expect(msgpack.decode(msgpack.encode(value))).toEqual({ frame: value });
  }
});

test("cut anywhere, or with a byte more, none of them is a frame", () => {
  for (const one of MSGPACK_CASES) {
    for (const bytes of one.msgpack.map(bytesOf)) {
      for (let length = 0; length < bytes.length; length += 1)
        expect(msgpack.decode(bytes.subarray(0, length))).toBeInstanceOf(Error);
      expect(msgpack.decode(Buffer.concat([bytes, Buffer.from([0xc0])]))).toBeInstanceOf(Error);
    }
  }
});

/** `stream_input` up to its value, which the contract leaves open. */
function streamInput(value: Uint8Array): Buffer {
  const head = msgpack.encode({ command: "stream_input", data: { job_id: "j", input: "i", value: null } });
  return Buffer.concat([head.subarray(0, -1), value]);
}

test("over a socket each reaches the handler as what it says, or is refused; the next frame is answered", async () => {
  const errors: unknown[] = [];
  const given: unknown[] = [];
  const handlers = { streamInput: ({ value }: { value: unknown }) => void given.push(value) };
  const limits = { rate: Number.POSITIVE_INFINITY, burst: Number.POSITIVE_INFINITY };
  const serve = serveNodetool as unknown as (given: object, options: object) => ReturnType<typeof serveNodetool>;
  const server = await serve(handlers, { onError: (error: unknown) => void errors.push(error), limits }).listen(0, "127.0.0.1");
  const plain = await dial(`${serving(server)}/ws`);
  const asked = async (bytes: Uint8Array) => msgpack.decode((await plain.bytes(bytes).next()) as Buffer);
  for (const one of MSGPACK_CASES) {
    for (const hex of one.msgpack) {
      expect(await asked(streamInput(bytesOf(hex)))).toMatchObject({ frame: { message: expect.any(String) } });
      expect([nameOf(one), given.pop()]).toEqual([nameOf(one), said(one)]);
      // A frame that is nothing but the case is a value, and no message.
      expect(await asked(bytesOf(hex))).toMatchObject({ frame: { error: expect.any(String) } });
      expect(await asked(msgpack.encode({ type: "ping" }))).toMatchObject({ frame: { type: "pong" } });
    }
  }
  expect([errors, given]).toEqual([[], []]);
});
