import { describe, expect, test } from "vitest";
import { jwtCheck } from "../../runtime/src/codegen-v1/jwt.ts";
import type { ServerOptions } from "../../runtime/src/server/options.ts";
import { hmacToken, SECRET } from "../credentials/tokens.ts";
import { connectRoom } from "../faults/roomClient.ts";
import { CountingClock, dial, listenRoom, refusal } from "./support/listening.ts";
import { MemoryListener } from "./support/memoryPeer.ts";
import { roomDefinition, serveRoom } from "./support/serveRoom.ts";

const SECOND = 1000;

describe("C3: a connection whose proof expires", () => {
  const checks = (...ends: number[]) => ({
    upgradeChecks: ends.map((end) => () => (_: unknown, expires?: (time: number) => void) => expires?.(end)),
  });

  test("carries the end of the first proof that expires, also past the user's own hook", async () => {
    const admission = await serveRoom({}, { authenticate: () => "ada" }, checks(7000, 5000, 9000)).listener.admit();
    expect(admission).toEqual({ kind: "accepted", user: "ada", until: 5000 });
  });

  test("ends then with 4401, and no timer stays of one that ends before", () => {
    const { listener, clock, server } = serveRoom({}, { limits: { idle: 1e12 } });
    const [peer, early] = [0, 1].map(() => listener.connect({}, "ada", clock.now() + 60 * SECOND));
    early?.hangUp();
    clock.pass(59 * SECOND);
    expect(peer?.closing).toBeUndefined();
    clock.pass(SECOND);
    expect(peer?.closing).toEqual({ code: 4401, reason: "the credentials have expired" });
    expect([server.sessions.size, clock.pending]).toEqual([0, 0]);
  });

  test("is not ended by a timer that rings too early, as those of many days do", () => {
    const { listener, clock } = serveRoom({}, { limits: { idle: 1e12 } });
    const after = clock.after;
    Object.assign(clock, { after: (time: number, run: () => void) => after(Math.min(time, 2 ** 31 - 1), run) });
    const peer = listener.connect({}, "ada", clock.now() + 100 * 86_400 * SECOND);
    clock.pass(99 * 86_400 * SECOND);
    expect(peer.closing).toBeUndefined();
    clock.pass(86_400 * SECOND);
    expect(peer.closing?.code).toBe(4401);
  });
});

describe("C1 to C3: tokens at a server over real sockets", () => {
  const token = (seconds: number, claims: object = {}) =>
    hmacToken({ alg: "HS256" }, { sub: "ada", exp: Math.floor(Date.now() / SECOND) + seconds, ...claims });

  async function guarded(options: object = {}) {
    const { contract } = roomDefinition(new MemoryListener().open);
    const credentials = [{ kind: "jwt", name: "token", in: "query", algorithms: ["HS256"] }] as const;
    const changes = {
      contract: { ...contract, endpoint: { ...contract.endpoint, credentials } },
      upgradeChecks: [jwtCheck],
    };
    // The option is one of those that a generated package adds.
    return listenRoom({}, { jwt: { secret: SECRET, ...options } } as ServerOptions, changes);
  }

  test("a good one is the user; none, and hostile ones, are 401, and no log holds them", async () => {
    const { url, server, errors } = await guarded();
    await dial(`${url}?token=${token(600)}`);
    expect([...server.sessions].map(({ user }) => user)).toMatchObject([{ sub: "ada" }]);
    const none = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${token(600).split(".")[1]}.`;
    const hostile = ["", none, token(-1), `${token(600)}x`, hmacToken({ alg: "HS256" }, { exp: 9e9 }, "x".repeat(32))];
    for (const bad of hostile) expect(await refusal(`${url}?token=${bad}`)).toBe(401);
    expect(server.counts.refused).toBe(hostile.length);
    const log = errors.map((error) => `${(error as Error).stack} ${JSON.stringify(error)}`).join("\n");
    expect(errors).toHaveLength(hostile.length);
    for (const bad of hostile.filter((text) => text !== "")) expect(log).not.toContain(bad.slice(0, 20));
  });

  test("a client comes back with a fresh one when its own has expired, tolerance included", async () => {
    const { port, server } = await guarded({ clockTolerance: 1 });
    const given: string[] = [];
    const next = () => {
      given.push(token(given.length === 0 ? 0 : 600));
      return given.at(-1) ?? "";
    };
    const client = await connectRoom(port, new CountingClock(), { query: { token: next } });
    const states: string[] = [];
    const back = new Promise<unknown>((resolve) => {
      client.onStateChange((state, reason) => {
        states.push(`${state} ${(reason as { closeCode?: number } | undefined)?.closeCode ?? ""}`.trim());
        if (state === "open") resolve(undefined);
      });
    });
    await back;
    expect([states, given.length, server.sessions.size]).toEqual([["reconnecting 4401", "open"], 2, 1]);
    await client.close();
  });
});
