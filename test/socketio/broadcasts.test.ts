import { EventEmitter } from "node:events";
import { Server } from "socket.io";
import { expect, test } from "vitest";
import { socketioBroadcaster } from "../../runtime/src/socketioServer/index.ts";
import { adapterOver } from "./adapterOver.ts";
import { dialAgent, serveAgent } from "./serveAgent.ts";

test("broadcasts cross to another process under Socket.IO's own adapter, once to each, and stop with their server", async () => {
  const bus = new EventEmitter();
  const member = () => ({ broadcaster: socketioBroadcaster(new Server({ adapter: adapterOver(bus) })) });
  const [one, two] = [await serveAgent({}, member()), await serveAgent({}, member())];
  const here = [await dialAgent(one), await dialAgent(one)];
  const there = [await dialAgent(two), await dialAgent(two)];
  const next = () => Promise.all([...here, ...there].map(({ events }) => events.next()));
  one.server.broadcast("tool_count", { count: 1 });
  expect(await next()).toEqual(Array(4).fill(["tool_count", { count: 1 }]));
  two.server.broadcast("tool_count", { count: 2 });
  expect(await next()).toEqual(Array(4).fill(["tool_count", { count: 2 }]));
  expect(() => one.server.broadcast("tool_count", { count: -1 })).toThrow("invalid-message");
  await two.server.close({ deadline: 0 });
  one.server.broadcast("tool_count", { count: 3 });
  expect(await Promise.all(here.map(({ events }) => events.next()))).toEqual(Array(2).fill(["tool_count", { count: 3 }]));
  expect([one.errors, two.errors]).toEqual([[], []]);
});

test("what another process sends is checked like anything that is sent", async () => {
  const bus = new EventEmitter();
  const io = new Server({ adapter: adapterOver(bus) });
  const served = await serveAgent({}, { broadcaster: socketioBroadcaster(new Server({ adapter: adapterOver(bus) })) });
  const { events } = await dialAgent(served);
  const hostile: unknown[] = [
    null,
    {},
    { origin: "x", parameters: null, message: "tool_count", fields: { count: 1 } },
    { origin: "x", parameters: {}, message: "__proto__", fields: {} },
    { origin: "x", parameters: {}, message: "tool_count", fields: { count: 1, token: "secret" } },
  ];
  for (const notice of hostile) io.of("/").serverSideEmit("wirepact:broadcast", notice);
  io.of("/").serverSideEmit("wirepact:broadcast", { origin: "x", parameters: {}, message: "tool_count", fields: { count: 9 } });
  expect(await events.next()).toEqual(["tool_count", { count: 9 }]);
  expect(served.errors).toHaveLength(hostile.length);
});
