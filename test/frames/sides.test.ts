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

test("a frame of the other side is quoted as it was sent, not by the name of its message", () => {
  const messages = [
    { name: "Posted", from: ["server"] as const, match: { kind: "constant", pointer: "/type", value: "posted" } as const },
    { name: "Failure", from: ["server"] as const, match: { kind: "shape", required: ["error"] } as const },
  ];
  const discriminators = { client: [], server: ["/type"] };
  const parse = createParser({ protocol: "p", version: "1.0.0", transport: "websocket", discriminators, messages }, "client", []);
  const issueOf = (frame: unknown) => {
    const result = parse(frame);
    return result.ok ? undefined : { message: result.error.messageName, ...result.error.issues[0] };
  };
  expect(issueOf({ type: "posted" })).toMatchObject({ message: "Posted", path: "/type", value: '"posted"' });
  expect(issueOf({ error: "no" })).toMatchObject({ message: "Failure", path: "", value: '{"error":"no"}' });
});
