import { afterEach, describe, expect, test, vi } from "vitest";
import { createConnect } from "../../runtime/src/client/createConnect.ts";
import { createHttpCall, MAX_ANSWER } from "../../runtime/src/client/httpCall.ts";
import { createValidator } from "../../runtime/src/validator.ts";
import { WirepactError } from "../../runtime/src/wirepactError.ts";
import { definitionOf } from "../client/support/definitions.ts";
import { settled } from "../client/support/fakeClock.ts";
import { MemoryServer } from "../client/support/memoryTransport.ts";
import { greet } from "../client/support/stage.ts";
import { contract, RecordingDoor, session } from "./listening.ts";
import { plainServer } from "./plainServer.ts";
import { start } from "./strangers.ts";

interface Session {
  readonly session_id: string;
}

const isSession = createValidator<Session>((value) => typeof (value as Session | null)?.session_id === "string");
const createSession = createHttpCall({ ...contract, http: [session.call] }, "createSession", isSession);

afterEach(() => vi.useRealTimers());

async function failure(call: Promise<unknown>): Promise<WirepactError> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(WirepactError);
  return error as WirepactError;
}

test("calls our server, whatever the scheme and path of the address", async () => {
  const { url, port } = await start();
  for (const address of [url, new URL(url), `ws://127.0.0.1:${port}/`, `ws://127.0.0.1:${port}/agents?token=1`]) {
    expect(await createSession(address)).toEqual({ session_id: "s-1" });
  }
});

test("sends headers, and a request like any other", async () => {
  const fetch = vi.fn(async () => new Response(`{"session_id":"x"}`));
  await createSession("wss://agent.example/x", { fetch, headers: { authorization: "Bearer t" } });
  expect(fetch.mock.calls).toEqual([
    [
      new URL("https://agent.example/api/session"),
      expect.objectContaining({
        method: "POST",
        redirect: "error",
        headers: expect.objectContaining({ authorization: "Bearer t" }),
      }),
    ],
  ]);
});

test("is a method of the client, at the host of its connection", async () => {
  const { url } = await start();
  const server = new MemoryServer();
  const connecting = createConnect({ ...(await definitionOf("agent", server.open)), http: { createSession } })(url);
  await settled();
  greet("agent", server.latest);
  const client = (await connecting) as unknown as { createSession(): Promise<Session>; close(): Promise<void> };
  expect(await client.createSession()).toEqual({ session_id: "s-1" });
  await client.close();
});

describe("what fails is one error", () => {
  const answer = (body: string | ReadableStream) => createSession("http://h", { fetch: async () => new Response(body) });

  test("another status", async () => {
    const { url } = await start(new RecordingDoor({}, { http: [] }));
    expect(await failure(createSession(url))).toMatchObject({ code: "refused", status: 404 });
  });

  test.each([
    "",
    "{}",
    "null",
    "[]",
    `{"session_id":1}`,
    "<html>",
    `{"session_id":"x"`,
    "\ufeff\ufeff{}",
  ])("the answer %j", async (body) => {
    expect(await failure(answer(body))).toMatchObject({ code: "refused", status: 200 });
  });

  test("an endless answer is not read to its end", async () => {
    let pulled = 0;
    const endless = new ReadableStream({
      pull: (controller) => {
        pulled += 1;
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    expect(await failure(answer(endless))).toMatchObject({ code: "overloaded" });
    expect(pulled).toBeLessThan((2 * MAX_ANSWER) / 65_536);
  });

  test("a redirection is not followed", async () => {
    const { url } = await plainServer({}, (_request, response) =>
      response.writeHead(307, { location: "http://127.0.0.1:1/" }).end(),
    );
    expect((await failure(createSession(url))).code).toBe("unreachable");
  });

  test("nobody there", async () => {
    expect(await failure(createSession("ws://127.0.0.1:1"))).toMatchObject({ code: "unreachable" });
  });

  test("too late, and given up", async () => {
    const { url } = await plainServer({}, () => undefined);
    expect((await failure(createSession(url, { timeout: 5 }))).code).toBe("timeout");
    const reason = new Error("enough");
    expect(await failure(createSession(url, { signal: AbortSignal.abort(reason) }))).toMatchObject({
      code: "aborted",
      cause: reason,
    });
    const controller = new AbortController();
    const call = failure(createSession(url, { signal: controller.signal }));
    controller.abort();
    expect((await call).code).toBe("aborted");
  });

  test("the address is told without its query", async () => {
    const error = await failure(createSession("ws://127.0.0.1:1/?token=secret"));
    expect(error.message).not.toContain("secret");
  });
});

test("a call that the contract does not have cannot be made", () => {
  expect(() => createHttpCall(contract, "createSession", isSession)).toThrow(TypeError);
});
