import type { Direction } from "@wirepact/runtime";
import fc from "fast-check";
import { expect, test } from "vitest";
import { MEETINGS, type Meeting } from "../../generator/compare/change.ts";
import { compareContracts } from "../../generator/compare/compareContracts.ts";
import { type ContractPair, pairContracts } from "../../generator/compare/contractPair.ts";
import { other, type SentFrame, senderIn } from "../../generator/compare/proof.ts";
import { Findings } from "../../generator/diagnostics.ts";
import { compact, type Json, type JsonObject } from "../../generator/json.ts";
import { buildContract } from "../../generator/model/buildContract.ts";
import type { Contract } from "../../generator/model/contract.ts";

/** One message: what tells it, and its two properties. */
interface Told {
  readonly constants: readonly string[];
  readonly required: readonly string[];
  readonly id: Json;
  readonly n: Json;
}

const NAMES = ["a", "b", "c", "d"];
const CONSTANTS = ["x", "y", "z"];
const TYPES: readonly Json[] = ["string", "integer", ["string", "integer"]];
const VALUES: readonly Json[] = ["text", 1];

const message: fc.Arbitrary<Told> = fc.record({
  constants: fc.subarray(CONSTANTS),
  required: fc.subarray(["id", "n"]),
  id: fc.constantFrom(...TYPES),
  n: fc.constantFrom(...TYPES),
});
const messages = fc
  .tuple(fc.subarray(NAMES, { minLength: 1, maxLength: 3 }), fc.array(message, { minLength: 4, maxLength: 4 }), fc.boolean())
  .map(([names, told, isOrdered]) => ({ names, told, isOrdered }));

/** A frame with an `n` alone is a `c` to the one, and a `d` to the other. */
const [idWanted, idFree] = [["id", "n"], ["n"]].map((required) => ({
  names: ["c", "d"],
  told: [[], required].map((one): Told => ({ constants: [], required: one, id: "string", n: "integer" })),
  isOrdered: false,
}));

/** Frames with everything at each place, and with nothing. */
const FRAMES: readonly JsonObject[] = [undefined, ...CONSTANTS].flatMap((type) =>
  [undefined, ...VALUES].flatMap((id) => [undefined, ...VALUES].map((n) => compact({ type, id, n }))),
);

test.each([
  "client",
  "server",
] as const)("no frame of the %s that is refused or taken for another message is called safe", (from) => {
  let tried = 0;
  const property = fc.property(messages, messages, (older, newer) => {
    const [before, after] = [contractOf(older, from), contractOf(newer, from)];
    if (before === undefined || after === undefined) return;
    tried += 1;
    const pair = pairContracts(before, after);
    const changes = compareContracts(before, after, { level: "wire" });
    for (const meeting of MEETINGS) {
      const bad = FRAMES.map((frame) => mistaken(pair, meeting, from, frame)).find((one) => one !== undefined);
      if (bad === undefined) continue;
      const told = changes.filter((change) => change.from.includes(from)).map(({ meetings }) => meetings[meeting]);
      const isTold = told.some((one) => one === "unknown" || one === (meeting === "oldClientNewServer" ? "breaking" : "risky"));
      expect(isTold, `${meeting}: ${JSON.stringify(bad)} ${JSON.stringify(changes.map(({ text }) => text))}`).toBe(true);
    }
  });
  fc.assert(property, { numRuns: 150, seed: 7, examples: [[idWanted, idFree]] });
  expect(tried).toBeGreaterThan(40);
});

/** A frame that its sender may send, and its reader refuses or takes for another message; clients pass over what they do not know. */
function mistaken({ proof, names }: ContractPair, meeting: Meeting, from: Direction, frame: Json): SentFrame | undefined {
  const side = senderIn(meeting, from);
  const sending = proof.read(side, { message: "", from, frame, encoding: "json" });
  if (!sending.ok) return undefined;
  const sent: SentFrame = { message: sending.message, from, frame, encoding: "json" };
  if (!proof.isSent(side, sent)) return undefined;
  const reading = proof.read(other(side), sent);
  if (reading.ok) return names.told(other(side), reading.message) === names.told(side, sent.message) ? undefined : sent;
  if (from === "client" || reading.error.code === "invalid-message") return sent;
  const isKnown = names.message(other(side), names.told(side, sent.message)) !== undefined;
  return isKnown ? sent : undefined;
}

/** Undefined where nobody could tell the messages apart. */
function contractOf(
  { names, told, isOrdered }: { names: string[]; told: Told[]; isOrdered: boolean },
  from: Direction,
): Contract | undefined {
  const mine = names.map((name, index) => [name, { payload: payloadOf(told[index]) }] as const);
  const other = { payload: { type: "object", required: ["type"], properties: { type: { const: "tick" } } } };
  const references = (list: readonly string[]): Json => list.map((name) => ({ $ref: `#/channels/jobs/messages/${name}` }));
  const [client, server] = from === "client" ? [names, ["tick"]] : [["tick"], names];
  const channel = { $ref: "#/channels/jobs" };
  const shapes = names.filter((_, index) => told[index]?.constants.length === 0);
  const document: JsonObject = {
    asyncapi: "3.0.0",
    info: { title: "Jobs", version: "1.0.0" },
    channels: { jobs: { address: "/jobs", messages: { ...Object.fromEntries(mine), tick: other } } },
    operations: {
      receive: { action: "receive", channel, messages: references(client) },
      send: { action: "send", channel, messages: references(server) },
    },
    "x-wirepact": { version: 1, protocol: "jobs", ...(isOrdered && shapes.length > 1 ? { shapes } : {}) },
  };
  return buildContract(document, "jobs", new Findings());
}

function payloadOf(message: Told | undefined): Json {
  const { constants, required, id, n } = message ?? { constants: [], required: [], id: "string", n: "string" };
  const isTold = constants.length > 0;
  const type = isTold ? { type: { enum: constants } } : {};
  return {
    type: "object",
    required: [...(isTold ? ["type"] : []), ...required],
    properties: { ...type, id: { type: id }, n: { type: n } },
  };
}
