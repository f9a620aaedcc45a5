import { expect, test } from "vitest";
import { endedBy } from "../../generator/conform/server/endedBy.ts";
import type { PeerEnd } from "../../generator/conform/wire/peer.ts";
import type { Contract } from "../../generator/model/contract.ts";
import { shippedContract } from "../support/shipped.ts";

const panel = await shippedContract("panel");
const closes = [
  { code: 4000, from: "server", when: "the panel is gone" },
  { code: 4001, from: "client", when: "the user left" },
] as const;
const contract: Contract = { ...panel, endpoint: { ...panel.endpoint, closes } };
const closed = (code: number): PeerEnd => ({ kind: "ended", how: "closed", code, text: `was closed with ${code}` });

test("a close that the contract has for the server is legal, and shows nothing", () => {
  expect(endedBy(contract, closed(4000), ", after a PING").verdict).toEqual({
    kind: "skipped",
    reason: "the connection was closed with 4000, which the contract has for: the panel is gone",
  });
});

test.each([closed(4001), closed(1000), { ...closed(4000), how: "lost" }] as const)("any other end is a mistake", (end) => {
  expect(endedBy(contract, end, ", after a PING").verdict).toMatchObject({ kind: "fail", rule: "server-connection" });
});
