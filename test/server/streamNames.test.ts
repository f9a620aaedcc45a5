import { describe, expect, test } from "vitest";
import type { StreamDescriptor } from "../../runtime/src/conversation.ts";
import { WirepactError } from "../../runtime/src/wirepactError.ts";
import { roomContract } from "./support/roomProtocol.ts";
import { deferred, type RoomHandlers, serveRoom, turns } from "./support/serveRoom.ts";

const QUERY: StreamDescriptor = {
  start: "query",
  items: ["item"],
  ends: [{ message: "over" }],
  after: [],
  match: [["/id", "/id"]],
};

function connected(handlers: RoomHandlers, stream: StreamDescriptor) {
  const room = serveRoom(handlers, {}, { contract: { ...roomContract, streams: [stream] } });
  const peer = room.listener.connect();
  peer.taken();
  return { ...room, peer };
}

describe("what tells the streams of a start apart", () => {
  test("is repeated on their messages, where the handler leaves it out", async () => {
    const query = async function* ({ text }: { text: string }) {
      yield ["item", { n: 1 }];
      yield ["tick", { n: 2 }];
      yield ["over", text === "own" ? { id: "own" } : {}];
    };
    const { peer } = connected({ query }, QUERY);
    peer.says({ type: "subscribe", topics: ["ticks"] });
    peer.says({ type: "query", id: "a", text: "a" });
    peer.says({ type: "query", id: "b", text: "own" });
    await turns();
    expect(peer.frames.filter((frame) => (frame as { type: string }).type !== "tick")).toEqual([
      { type: "item", n: 1, id: "a" },
      { type: "item", n: 1, id: "b" },
      { type: "over", id: "a" },
      { type: "over", id: "own" },
    ]);
    expect(peer.frames).toContainEqual({ type: "tick", n: 2 });
  });

  test.each(["before its first item", "midway"])("is repeated on the refusal that a generator throws %s", async (when) => {
    const query = async function* () {
      if (when === "midway") yield ["item", { n: 1 }];
      throw new WirepactError("rejected", "no", { reply: { code: "NO", text: "no" } });
    };
    const { peer } = connected({ query }, QUERY);
    peer.says({ type: "query", id: "a" });
    await turns();
    expect(peer.frames.at(-1)).toEqual({ type: "fault", code: "NO", text: "no", id: "a" });
  });
});

test("streams that nothing tells apart run one after the other, whatever the contract says", async () => {
  const gate = deferred<undefined>();
  const query = async function* ({ text }: { text: string }) {
    yield ["item", { n: Number(text) }];
    if (text === "1") await gate.promise;
    yield ["over", {}];
  };
  const { peer } = connected({ query }, { ...QUERY, match: [], concurrent: 5 });
  for (const text of ["1", "2"]) peer.says({ type: "query", text });
  await turns();
  expect(peer.frames).toEqual([{ type: "item", n: 1 }]);
  gate.resolve(undefined);
  await turns();
  expect(peer.frames).toEqual([{ type: "item", n: 1 }, { type: "over" }, { type: "item", n: 2 }, { type: "over" }]);
});
