import { expect, test } from "vitest";
import { titleOf } from "../../generator/conform/server/refusedFrame.ts";

test.each([
  [
    null,
    "is no message: there is nothing that tells which",
    "refuses a frame that is no message: there is nothing that tells which",
  ],
  [null, "/type is required", "refuses a frame: /type is required"],
  [null, "what the client sends is no JSON", "refuses a frame: what the client sends is no JSON"],
  ["sent", "is sent by the server only", "refuses a frame of sent that is sent by the server only"],
  ["TRIGGER", "/tool is required", "refuses a frame of TRIGGER: /tool is required"],
])("a title is a sentence: of %s, which %s", (message, reason, title) => {
  expect(titleOf({ message, reason })).toBe(title);
});
