import { createParser, type Match } from "@wirepact/runtime";
import { expect, test } from "vitest";

/** Makes a parser of what clients send under one protocol, each message told as given. */
function parserOf(matches: Readonly<Record<string, Match>>) {
  const messages = Object.entries(matches).map(([name, match]) => ({ name, from: ["client"] as const, match }));
  const discriminators = { client: ["/type"], server: [] };
  return createParser({ protocol: "p", version: "1.0.0", transport: "websocket", discriminators, messages }, "client", []);
}

test("a contract whose message is told where nobody looks is refused, not read in part", () => {
  expect(() => parserOf({ ping: { kind: "constant", pointer: "/command", value: "ping" } })).toThrow(
    new TypeError('contract p: "ping" is told by /command, which is no discriminator of the client'),
  );
});

test("a contract with two messages of one constant is refused, not read in part", () => {
  const match = { kind: "constant", pointer: "/type", value: "ping" } as const;
  expect(() => parserOf({ ping: match, probe: match })).toThrow(
    new TypeError('contract p: "ping" and "probe" of the client are both told by "ping" at /type'),
  );
});
