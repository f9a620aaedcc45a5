import { expect, test } from "vitest";
import type { ReplyDescriptor } from "../../runtime/src/conversation.ts";
import { answers } from "../../runtime/src/correlation.ts";

const pair: ReplyDescriptor = {
  request: "TRIGGER",
  replies: ["RESULT"],
  errors: ["ERROR"],
  match: [["/requestId", "/requestId"]],
};

test.each([
  ["the same id", { requestId: "a" }, { message: "RESULT", frame: { requestId: "a" } }, true],
  ["an error of the same id", { requestId: "a" }, { message: "ERROR", frame: { requestId: "a" } }, true],
  ["another id", { requestId: "a" }, { message: "RESULT", frame: { requestId: "b" } }, false],
  ["no id in the answer: first in, first out", { requestId: "a" }, { message: "ERROR", frame: {} }, true],
  ["no id in the request: first in, first out", {}, { message: "RESULT", frame: { requestId: "b" } }, true],
  ["null, which means absent", { requestId: null }, { message: "RESULT", frame: { requestId: "b" } }, true],
  ["a message that is no answer", { requestId: "a" }, { message: "PATCH", frame: { requestId: "a" } }, false],
  ["an id of another type", { requestId: "1" }, { message: "RESULT", frame: { requestId: 1 } }, false],
  ["an inherited name", {}, { message: "toString", frame: {} }, false],
])("%s", (_, request, answer, expected) => {
  expect(answers(pair, request, answer)).toBe(expected);
});
