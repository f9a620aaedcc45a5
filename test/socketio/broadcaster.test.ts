import { EventEmitter } from "node:events";
import { Server } from "socket.io";
import { expect, test } from "vitest";
import type { BroadcastNotice } from "../../runtime/src/server/broadcaster.ts";
import { socketioBroadcaster } from "../../runtime/src/socketioServer/index.ts";
import { adapterOver } from "./adapterOver.ts";

function member(bus: EventEmitter) {
  const io = new Server({ adapter: adapterOver(bus) });
  return socketioBroadcaster(io);
}

test("Socket.IO's adapters carry broadcasts from server to server", () => {
  const bus = new EventEmitter();
  const [first, second, third] = [member(bus), member(bus), member(bus)];
  const heard: [string, BroadcastNotice][] = [];
  const stop = second.subscribe((notice) => heard.push(["second", notice]));
  third.subscribe((notice) => heard.push(["third", notice]));
  const notice = { origin: "a", parameters: {}, message: "tool_count", fields: { count: 1 } };
  first.publish(notice);
  expect(heard).toEqual([
    ["second", notice],
    ["third", notice],
  ]);
  stop();
  first.publish(notice);
  expect(heard.map(([who]) => who)).toEqual(["second", "third", "third"]);
});
