import { expect, test } from "vitest";
import { decodeMsgpack, encodeMsgpack } from "../../runtime/src/msgpack.ts";
import { MemoryListener } from "./support/memoryPeer.ts";
import { roomDefinition, serveRoom } from "./support/serveRoom.ts";

const ENCODINGS = {
  text: "json",
  binary: "msgpack",
  initial: "msgpack",
  switch: { message: "mode", pointer: "/mode", values: { text: "json", binary: "msgpack" } },
} as const;

function serveBoth(handlers = {}) {
  const { contract } = roomDefinition(new MemoryListener().open, { encodings: ENCODINGS });
  const room = serveRoom(handlers, {}, { contract });
  const peer = room.listener.connect();
  const taken = () => peer.sent.splice(0).map((frame) => (frame instanceof Uint8Array ? decodeMsgpack(frame) : frame));
  taken();
  return { ...room, peer, taken };
}

test("a frame is read by its kind, and answered in the mode last set", () => {
  const { peer, taken } = serveBoth();
  peer.says({ type: "say", text: "json in" });
  peer.says(encodeMsgpack({ type: "say", text: "bytes in" }));
  expect(taken()).toEqual([{ frame: { type: "said", text: "json in" } }, { frame: { type: "said", text: "bytes in" } }]);
});

test("the switch holds from its own answer on", () => {
  const { peer, taken, server } = serveBoth();
  peer.says({ type: "mode", mode: "text" });
  peer.says({ type: "say", text: "x" });
  expect(taken()).toEqual(['{"type":"ok"}', '{"type":"said","text":"x"}']);
  expect([...server.sessions].map(({ encoding }) => encoding)).toEqual(["json"]);
  peer.says({ type: "mode", mode: "binary" });
  expect(taken()).toEqual([{ frame: { type: "ok" } }]);
});

test("a switch that its handler refuses, or to nothing known, changes nothing", () => {
  const { peer, taken } = serveBoth({
    mode: () => {
      throw new Error("no");
    },
  });
  peer.says({ type: "mode", mode: "text" });
  expect(taken()).toMatchObject([{ frame: { type: "fault" } }]);
  const other = serveBoth();
  other.peer.says({ type: "mode", mode: "__proto__" });
  expect(other.taken()).toEqual([{ frame: { type: "ok" } }]);
});

test("a broadcast is encoded for each connection as it is set", () => {
  const room = serveBoth();
  const second = room.listener.connect();
  second.says({ type: "mode", mode: "text" });
  second.sent.length = 0;
  room.server.broadcast("patch", { n: 3 });
  expect([room.taken(), second.sent]).toEqual([[{ frame: { type: "patch", n: 3 } }], ['{"type":"patch","n":3}']]);
});
