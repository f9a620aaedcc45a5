import { expect, test } from "vitest";
import { shippedContract } from "../support/shipped.ts";

const panel = await shippedContract("panel");

test("failures are told by ERROR, with a code each", () => {
  const code = { pointer: "/code", unknown: "UNKNOWN_MESSAGE", invalid: "PARSE_ERROR", failed: "EXECUTION_ERROR" };
  expect(panel.session.errors).toMatchObject({ message: "ERROR", text: "/message", code });
  expect(panel.session.errors?.codes).toHaveLength(5);
});

test.each([
  ["agent", "error", "/data/message"],
  ["flowork", "refused", "/error"],
  ["nodetool", "validation_error", "/error"],
  ["terminal", "error", "/message"],
] as const)("%s tells failures without a code, in words", async (protocol, message, text) => {
  const { session } = await shippedContract(protocol);
  expect(session.errors).toEqual({ message, text, codes: [] });
});
