import { describe, expect, test } from "vitest";
import { deferred } from "../server/support/serveRoom.ts";
import { dialAgent, serveAgent } from "./serveAgent.ts";
import { happens, TRANSPORTS } from "./strangers.ts";

describe.each(TRANSPORTS.map((transports) => ({ transports })))("a server that closes, over $transports", ({ transports }) => {
  test("answers a query in flight before", async () => {
    const [begun, gate] = [deferred<void>(), deferred<unknown>()];
    const query = () => {
      begun.resolve();
      return gate.promise;
    };
    const served = await serveAgent({ query });
    const { socket, events } = await dialAgent(served, { transports });
    socket.emit("query", { prompt: "p", session_id: "1" });
    await begun.promise;
    const gone = happens(socket, "disconnect");
    const closed = served.server.close();
    gate.resolve(["error", { message: "done" }]);
    expect(await events.next()).toEqual(["error", { message: "done" }]);
    expect((await gone)[0]).toMatch(/transport (close|error)/);
    await closed;
    expect(served.server.sessions.size).toBe(0);
  });

  test("takes nobody in meanwhile", async () => {
    const [begun, gate] = [deferred<void>(), deferred<unknown>()];
    const query = () => {
      begun.resolve();
      return gate.promise;
    };
    const served = await serveAgent({ query });
    const { socket } = await dialAgent(served, { transports });
    socket.emit("query", { prompt: "p", session_id: "1" });
    await begun.promise;
    const closed = served.server.close();
    await expect(dialAgent(served, { transports })).rejects.toThrow();
    gate.resolve(undefined);
    await closed;
  });
});

test("who polls no more is cut off within the limit", async () => {
  const ends: unknown[] = [];
  const { server, url } = await serveAgent({}, { limits: { closing: 50 }, onClose: (_, end) => void ends.push(end) });
  const open = await (await fetch(`${url}/socket.io/?EIO=4&transport=polling`)).text();
  const { sid } = JSON.parse(open.slice(1)) as { sid: string };
  const connection = `${url}/socket.io/?EIO=4&transport=polling&sid=${sid}`;
  await (await fetch(connection, { method: "POST", body: "40" })).text();
  expect(await (await fetch(connection)).text()).toContain("connected");
  await server.close();
  expect(ends).toEqual([{ code: 1001, reason: "the server is closing" }]);
});
