import { after, change, client, drop, move, server, travelling, twice } from "../edits.ts";
import type { Case } from "./case.ts";

const PATCH = server({ type: "PATCH", mutations: [] });
const RESULT = server({ type: "RESULT", requestId: "req-1", result: { stateMutations: [], events: [] } });
const triggers = "/operations/receive-TRIGGER/reply";
const pings = "/operations/receive-PING/reply";

/** Broken sessions of panel, and some that only look it. */
export const PANEL: readonly Case[] = [
  ["no CONNECTED", "trigger", drop(1), ["2 opening /x-wirepact/opening"]],
  [
    "RESULT before CONNECTED",
    "trigger",
    move(5, 1),
    ["1 opening /x-wirepact/opening", `1 reply ${triggers}`, `3 unanswered ${triggers}`],
  ],
  ["CONNECTED twice", "trigger", twice(1), ["2 opening /x-wirepact/opening"]],
  ["CONNECTED again, later", "heartbeat", move(1, 3), ["2 opening /x-wirepact/opening"]],
  ["no RESULT", "trigger", drop(5), [`2 unanswered ${triggers}`]],
  ["RESULT twice", "trigger", twice(5), [`6 reply ${triggers}`]],
  ["RESULT before its TRIGGER", "trigger", move(5, 2), [`2 reply ${triggers}`, `3 unanswered ${triggers}`]],
  [
    "RESULT of another request",
    "trigger",
    change(5, { requestId: "req-9" }),
    [`5 reply-fields ${triggers}`, `2 unanswered ${triggers}`],
  ],
  ["RESULT that forgets its requestId", "trigger", change(5, { requestId: undefined }), [`5 reply-fields ${triggers}`]],
  [
    "ERROR of another request",
    "unknown-tool",
    change(3, { requestId: "req-9" }),
    [`3 reply-fields ${triggers}`, `2 unanswered ${triggers}`],
  ],
  ["ERROR that forgets its requestId, as it may", "unknown-tool", change(3, { requestId: undefined }), []],
  [
    "ERROR that nothing called for, as it may be",
    "heartbeat",
    after(1, server({ type: "ERROR", code: "PANEL_NOT_FOUND", message: "gone" })),
    [],
  ],
  ["no PONG", "heartbeat", drop(3), [`2 unanswered ${pings}`]],
  ["PONG without PING", "heartbeat", drop(2), [`2 reply ${pings}`]],
  [
    "PONG for TRIGGER: the wrong pair",
    "unknown-tool",
    change(3, { type: "PONG" }),
    [`3 reply ${pings}`, `2 unanswered ${triggers}`],
  ],
  [
    "PATCH after UNSUBSCRIBE",
    "heartbeat",
    after(1, client({ type: "UNSUBSCRIBE", topics: ["state"] }), PATCH),
    ["3 topics /x-wirepact/topics"],
  ],
  [
    "EVENT of an unsubscribed topic",
    "trigger",
    after(1, client({ type: "UNSUBSCRIBE", topics: ["events", "news"] })),
    ["5 topics /x-wirepact/topics"],
  ],
  [
    "PATCH after SUBSCRIBE again",
    "heartbeat",
    after(1, client({ type: "UNSUBSCRIBE", topics: ["state"] }), client({ type: "SUBSCRIBE", topics: ["state"] }), PATCH),
    [],
  ],
  ["a message that the contract does not know", "heartbeat", after(1, server({ type: "NEWS" })), ["2 frame "]],
  [
    "an unknown message of the client, and its ERROR",
    "heartbeat",
    after(1, client({ type: "NEWS" }), server({ type: "ERROR", code: "UNKNOWN_MESSAGE", message: "no" })),
    ["2 frame "],
  ],
  ["a message of the other side", "heartbeat", after(1, client({ type: "PONG" })), ["2 frame /components/messages/PONG"]],
  [
    "an unknown message before CONNECTED",
    "heartbeat",
    after(0, server({ type: "NEWS" })),
    ["1 frame ", "1 opening /x-wirepact/opening"],
  ],
  [
    "a request that breaks its schema, answered by ERROR",
    "unknown-tool",
    change(2, { tool: 7 }),
    ["2 frame /components/messages/TRIGGER"],
  ],
  [
    "an answer that breaks its schema answers all the same",
    "trigger",
    change(5, { result: 7 }),
    ["5 frame /components/messages/RESULT"],
  ],
  ["RESULT in a binary frame", "heartbeat", travelling("json", "json", "msgpack"), ["3 encoding /x-wirepact/encodings"]],
  [
    "two requests, answered crosswise by their ids",
    "trigger",
    after(2, client({ type: "TRIGGER", tool: "b", requestId: "req-2" }), {
      ...RESULT,
      frame: { ...(RESULT.frame as object), requestId: "req-2" },
    }),
    [],
  ],
  [
    "a request with an id and one without, answered crosswise",
    "trigger",
    after(2, client({ type: "TRIGGER", tool: "b" }), {
      ...RESULT,
      frame: { type: "RESULT", result: { stateMutations: [], events: [] } },
    }),
    [],
  ],
];
