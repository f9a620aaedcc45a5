import { expect, test } from "vitest";
import type { Session } from "../../runtime/src/server/session.ts";
import { type RoomHandlers, serveRoom, turns } from "./support/serveRoom.ts";

/** What `onError` hears of a message that is handled so. */
async function reported(handlers: RoomHandlers, frame: object) {
  const heard: unknown[] = [];
  const onError = (error: unknown, session?: Session, message?: string) =>
    void heard.push([(error as Error).message, session !== undefined, message]);
  const peer = serveRoom(handlers, { onError }).listener.connect();
  peer.says(frame);
  await turns();
  return heard;
}

const boom = () => Promise.reject(new Error("boom"));
const say = { type: "say", text: "x" };

test.each([
  ["say", { say: boom }, say],
  ["note", { note: boom }, { type: "note" }],
  ["hello", { hello: boom }, say],
])("an error is told with the message whose handler threw it: %s", async (message, handlers, frame) => {
  expect(await reported(handlers, frame)).toEqual([["boom", true, message]]);
});

test.each([
  ["a text", () => "x", '"x"'],
  ["a number", () => Promise.resolve(5), "5"],
  ["nothing", () => undefined, "nothing"],
  [
    "a generator that is not async",
    function* () {
      yield ["item", { n: 1 }];
    },
    "a generator that is not async",
  ],
])("a handler that gives %s is told so", async (_, handler, given) => {
  const text = `[invalid-message] the handler of "say" gave ${given}, which makes no "said"`;
  expect(await reported({ say: handler }, say)).toEqual([[text, true, "say"]]);
});

test("one that gives the wrong fields is told which", async () => {
  expect(await reported({ say: () => ({ txt: "x" }) }, say)).toMatchObject([[expect.stringContaining("/text"), true, "say"]]);
});
