import { connectNodetool } from "@wirepact/nodetool/client";
import { serveNodetool } from "@wirepact/nodetool/server";
import { connectPanel } from "@wirepact/panel/client";
import { servePanel } from "@wirepact/panel/server";
import { describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import type { FrameError } from "../../runtime/src/error.ts";
import { decodeJson } from "../../runtime/src/json.ts";
import { msgpack } from "../../runtime/src/msgpack.ts";
import { PROTOCOLS, ROOT } from "../support/protocols.ts";
import { samplesOf } from "../support/samples.ts";
import { dial, serving } from "./dial.ts";
import { NAUGHTY_TEXTS } from "./packages.ts";

/** What moves a terminal's cursor, changes its colours, or ends or reorders a line. */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

/** Half of a pair of surrogates has no UTF-8. */
const isWritable = (text: string) => !/\p{Surrogate}/u.test(text);

const limits = { rate: Number.POSITIVE_INFINITY, burst: Number.POSITIVE_INFINITY };

test("the list is whole", () => expect(new Set(NAUGHTY_TEXTS).size).toBeGreaterThan(515));

describe("in the place of every text that the documents' samples hold", () => {
  interface Package {
    readonly parseClientMessage: (frame: unknown) => Verdict;
    readonly parseServerMessage: (frame: unknown) => Verdict;
  }
  type Verdict = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: FrameError };

  test.each(PROTOCOLS)("%s: kept to the last unit, or refused in one printable line", async (protocol) => {
    const generated = (await import(`${ROOT}generated/${protocol}/index.js`)) as Package;
    for (const { from, frame } of samplesOf(protocol)) {
      const parse = from === "client" ? generated.parseClientMessage : generated.parseServerMessage;
      for (const place of textsIn(frame)) {
        for (const text of NAUGHTY_TEXTS) judge(parse(replaced(frame, place, text)), text, place);
      }
    }
  });

  function judge(verdict: Verdict, text: string, place: readonly string[]): void {
    if (verdict.ok) return expectSame(at(verdict.value, place), text);
    if (UNPRINTABLE.test(verdict.error.message) || verdict.error.message.length > 600) expect.fail(verdict.error.message);
  }
});

/** Where the texts of a frame stand. */
function textsIn(frame: unknown, place: readonly string[] = []): (readonly string[])[] {
  if (typeof frame === "string") return [place];
  if (typeof frame !== "object" || frame === null) return [];
  return Object.entries(frame).flatMap(([key, inner]) => textsIn(inner, [...place, key]));
}

function replaced(frame: unknown, [step, ...rest]: readonly string[], text: string): unknown {
  if (step === undefined) return text;
  const copy = Array.isArray(frame) ? [...frame] : { ...(frame as object) };
  const held = copy as Record<string, unknown>;
  held[step] = replaced(held[step], rest, text);
  return copy;
}

function at(frame: unknown, place: readonly string[]): unknown {
  return place.reduce((held, step) => (held as Record<string, unknown>)[step], frame);
}

/** `expect` takes its time; this is asked some hundred thousand times. */
function expectSame(found: unknown, wanted: string): void {
  if (found !== wanted) expect(found).toBe(wanted);
}

describe("in each encoding, as a value and as a key", () => {
  test("JSON keeps all of them", () => {
    for (const text of NAUGHTY_TEXTS)
      expect(decodeJson(JSON.stringify([text, { [text]: text }]))).toEqual({
        frame: [text, JSON.parse(`{${JSON.stringify(text)}:${JSON.stringify(text)}}`)],
      });
  });

  test("MessagePack keeps what UTF-8 can write, and refuses to write the rest as something else", () => {
    for (const text of NAUGHTY_TEXTS) {
      for (const value of [text, [text], { in: { it: text } }, { [`k${text}`]: 1 }]) {
        if (!isWritable(text)) expect(() => msgpack.encode(value)).toThrow(TypeError);
        else expect(msgpack.decode(msgpack.encode(value))).toEqual({ frame: value });
      }
    }
  });
});

describe("between the generated stubs, over a socket", () => {
  test("panel: each comes back as it went, as a name, an id, a topic, a value and a key", async () => {
    const errors: unknown[] = [];
    const trigger = ({ tool, args }: { tool: string; args?: unknown }) => ({
      result: { status: "success" as const, stateMutations: [], events: [], returnValue: [tool, args] },
    });
    const handlers = { connected: () => ({ panelId: "p", state: {} }), trigger };
    const server = await servePanel(handlers, { limits, onError: (error) => void errors.push(error) }).listen(0, "127.0.0.1");
    const client = await connectPanel(`${serving(server)}/panels/p/ws`);
    for (const text of NAUGHTY_TEXTS) {
      const args = { text, [`k${text}`]: text };
      const { requestId, result } = await client.trigger({ tool: text, args, requestId: text });
      expect([requestId, result]).toEqual([text, expect.objectContaining({ returnValue: [text, args] })]);
      // A longer topic is over the server's limit.
      if (text.length <= 256) await client.subscribe({ topics: [text] });
      if (text.length <= 256) await client.unsubscribe({ topics: [text] });
    }
    await client.close();
    expect(errors).toEqual([]);
  });

  test("nodetool: each comes back as it went, or does not leave", async () => {
    const errors: unknown[] = [];
    const cancelJob = ({ job_id }: { job_id: string }) => ({ message: job_id, job_id });
    const serve = serveNodetool as unknown as (given: object, options: object) => ReturnType<typeof serveNodetool>;
    const server = await serve({ cancelJob }, { limits, onError: (error: unknown) => void errors.push(error) }).listen(
      0,
      "127.0.0.1",
    );
    const client = await connectNodetool(`${serving(server)}/ws`);
    for (const text of NAUGHTY_TEXTS) {
      const answer = client.cancelJob({ job_id: text });
      if (isWritable(text)) expect(await answer).toEqual({ message: text, job_id: text });
      else await expect(answer).rejects.toMatchObject({ code: "invalid-message" });
    }
    await client.close();
    expect(errors).toEqual([]);
  });

  test("nodetool: half a character that came as JSON does not leave as broken MessagePack, whatever a handler does with it", async () => {
    const errors: Error[] = [];
    const cancelJob = ({ job_id }: { job_id: string }) => ({ message: job_id });
    const serve = serveNodetool as unknown as (given: object, options: object) => ReturnType<typeof serveNodetool>;
    const server = await serve({ cancelJob }, { limits, onError: (error: Error) => void errors.push(error) }).listen(
      0,
      "127.0.0.1",
    );
    const plain = await dial(`${serving(server)}/ws`);
    for (const text of NAUGHTY_TEXTS.filter((one) => !isWritable(one))) {
      const heard = await plain.text(JSON.stringify({ command: "cancel_job", data: { job_id: text } })).next();
      expect(msgpack.decode(heard as Buffer)).toEqual({ frame: { error: "internal error" } });
      expect(errors.pop()?.message).toMatch(/acknowledgement cannot be encoded/);
    }
  });
});

test("in a log: what a peer says makes no line, and what it asks for in vain makes one printable line", async () => {
  const lines: string[] = [];
  const onError = (error: unknown) => void lines.push(String(error));
  const trigger = () => ({ result: { status: "success" as const, stateMutations: [], events: [] } });
  const options = { limits, onError, exists: ({ query }: { query: object }) => "known" in query };
  const handlers = { connected: () => ({ panelId: "p", state: {} }), trigger };
  const url = serving(await servePanel(handlers, options).listen(0, "127.0.0.1"));
  const plain = await dial(`${url}/panels/p/ws?known`);
  await plain.next();
  for (const text of NAUGHTY_TEXTS) {
    expect(await plain.text(JSON.stringify({ type: text })).next()).toMatch(/^\{"type":"ERROR"/);
    expect(await plain.text(text).next()).toMatch(/^\{"type":"ERROR"/);
  }
  expect(lines).toEqual([]);
  const wanted = NAUGHTY_TEXTS.filter(isWritable)
    .map(encodeURIComponent)
    // Longer ones are more than an HTTP server reads of a request.
    .filter(({ length }) => length < 5000);
  for (const text of wanted)
    await new Promise((over) => new WebSocket(`${url}/panels/p${text}/ws?token=${text}`).on("error", over));
  expect(lines).toHaveLength(wanted.length);
  for (const line of lines) expect(line).not.toMatch(UNPRINTABLE);
});
