import type { Direction } from "@wirepact/runtime";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Change, MEETINGS, type Meeting } from "../../generator/compare/change.ts";
import { compareContracts } from "../../generator/compare/compareContracts.ts";
import { type ContractPair, pairContracts } from "../../generator/compare/contractPair.ts";
import { other, type SentFrame, senderIn } from "../../generator/compare/proof.ts";
import { Findings } from "../../generator/diagnostics.ts";
import { compact, type Json, type JsonObject } from "../../generator/json.ts";
import { buildContract } from "../../generator/model/buildContract.ts";
import type { Contract } from "../../generator/model/contract.ts";

/** One message: what tells it, and its other properties. */
interface Told {
  /** Where its constants stand. */
  readonly place: "type" | "kind";
  /** None, where it is told by its shape. */
  readonly constants: readonly string[];
  readonly required: readonly string[];
  readonly id: Json;
  readonly n: Json;
  /** What may stand at the place that does not tell it. */
  readonly beside: Json | null;
}

/** Messages by their names, and the order in which places and shapes are tried. */
interface Sketch {
  readonly messages: Readonly<Record<string, Told>>;
  readonly isOrdered: boolean;
  readonly isTurned: boolean;
}

const NAMES = ["a", "b", "c", "d"];
const CONSTANTS = ["x", "y", "z"];
const TYPES: readonly Json[] = ["string", "integer", ["string", "integer"]];
const VALUES: readonly Json[] = ["text", 1];

const message: fc.Arbitrary<Told> = fc.record({
  place: fc.constantFrom("type", "kind"),
  constants: fc.subarray(CONSTANTS),
  required: fc.subarray(["id", "n"]),
  id: fc.constantFrom(...TYPES),
  n: fc.constantFrom(...TYPES),
  beside: fc.option(fc.constantFrom<Json>({ type: "string" }, { enum: ["x", "other"] })),
});
const named = fc
  .tuple(fc.subarray(NAMES, { minLength: 1, maxLength: 3 }), fc.array(message, { minLength: 3, maxLength: 3 }))
  .map(([names, told]) => Object.fromEntries(names.map((name, index) => [name, told[index] ?? PLAIN])));
const sketch: fc.Arbitrary<Sketch> = fc.record({ messages: named, isOrdered: fc.boolean(), isTurned: fc.boolean() });

/** A contract and what is left of it after few edits: nearly everything else would break something anyway. */
const pairs = fc.record({
  before: sketch,
  name: fc.constantFrom(...NAMES),
  edit: fc.option(message),
  other: sketch,
  how: fc.nat(4),
});

function edited(before: Sketch, name: string, edit: Told | null, other: Sketch, how: number): Sketch {
  const { [name]: _, ...rest } = before.messages;
  if (how === 0) return other;
  if (how === 1) return { ...before, isTurned: !before.isTurned };
  if (how === 2) return { ...before, isOrdered: !before.isOrdered };
  return { ...before, messages: edit === null ? rest : { ...before.messages, [name]: edit } };
}

const PLAIN: Told = { place: "type", constants: [], required: [], id: "string", n: "integer", beside: null };

/** A frame with an `n` alone is a `c` to the one, and a `d` to the other. */
const wanted: Sketch = { messages: { c: PLAIN, d: { ...PLAIN, required: ["id", "n"] } }, isOrdered: false, isTurned: false };
const known = { before: wanted, name: "d", edit: { ...PLAIN, required: ["n"] }, other: wanted, how: 4 };

/** A client passes over what has the new constant, and refuses what lacks the field. */
const told: Told = { ...PLAIN, constants: ["x"], required: ["id"] };
const few: Sketch = { messages: { a: { ...PLAIN, constants: ["z"] }, c: told }, isOrdered: false, isTurned: false };
const both = { before: few, name: "c", edit: { ...told, constants: ["x", "y"], required: [] }, other: few, how: 4 };

/** Frames with everything at each place, and with nothing. */
const FRAMES: readonly JsonObject[] = [undefined, ...CONSTANTS, "other"].flatMap((type) =>
  [undefined, ...CONSTANTS, "other"].flatMap((kind) =>
    [undefined, ...VALUES].flatMap((id) => [undefined, ...VALUES].map((n) => compact({ type, kind, id, n }))),
  ),
);

test.each([
  "client",
  "server",
] as const)("no frame of the %s that is refused or taken for another message is called safe", (from) => {
  let tried = 0;
  const property = fc.property(pairs, ({ before: older, name, edit, other: another, how }) => {
    const [before, after] = [contractOf(older, from), contractOf(edited(older, name, edit, another, how), from)];
    if (before === undefined || after === undefined) return;
    tried += 1;
    const pair = pairContracts(before, after);
    const changes = compareContracts(before, after, { level: "wire" });
    for (const meeting of MEETINGS) {
      for (const bad of FRAMES.flatMap((frame) => mistaken(pair, meeting, from, frame) ?? [])) {
        const told = changes.filter((change) => isAbout(change, bad)).map(({ meetings }) => meetings[meeting]);
        const isRisk = meeting === "newClientOldServer" || bad.isPassedOver;
        const isTold = told.some((one) => one !== "safe" && (one !== "risky" || isRisk));
        expect(isTold, `${meeting}: ${JSON.stringify(bad)} ${JSON.stringify(changes.map(({ text }) => text))}`).toBe(true);
      }
    }
  });
  fc.assert(property, { numRuns: 150, seed: 7, examples: [[known], [both]] });
  expect(tried).toBeGreaterThan(40);
});

/** A frame that its reader does not read as it was sent. */
interface Mistaken extends SentFrame {
  /** The messages that it is to either side. */
  readonly names: readonly string[];
  /** Whether a client that does not know what it is goes on. */
  readonly isPassedOver: boolean;
}

/** Changes of a message that is concerned, or of how all messages are told apart. */
function isAbout({ message, alsoIn = [], from }: Change, bad: Mistaken): boolean {
  return from.includes(bad.from) && [message, ...alsoIn].some((name) => name === null || bad.names.includes(name));
}

/** A frame that its sender may send, and its reader refuses or takes for another message; clients pass over what they do not know. */
function mistaken({ proof, names }: ContractPair, meeting: Meeting, from: Direction, frame: Json): Mistaken | undefined {
  const side = senderIn(meeting, from);
  const sending = proof.read(side, { message: "", from, frame, encoding: "json" });
  if (!sending.ok) return undefined;
  const sent: SentFrame = { message: sending.message, from, frame, encoding: "json" };
  if (!proof.isSent(side, sent)) return undefined;
  const reading = proof.read(other(side), sent);
  const own = names.told(side, sent.message);
  const name = reading.ok ? reading.message : reading.error.messageName;
  const takenFor = name === null ? own : names.told(other(side), name);
  if (reading.ok && takenFor === own) return undefined;
  const isPassedOver = from === "server" && !reading.ok && reading.error.code !== "invalid-message";
  if (isPassedOver && names.message(other(side), own) === undefined) return undefined;
  return { ...sent, names: [own, takenFor], isPassedOver };
}

/** Undefined where nobody could tell the messages apart. */
function contractOf({ messages, isOrdered, isTurned }: Sketch, from: Direction): Contract | undefined {
  const names = Object.keys(messages);
  const mine = Object.entries(messages).map(([name, told]) => [name, { payload: payloadOf(told) }] as const);
  const other = { payload: { type: "object", required: ["type"], properties: { type: { const: "tick" } } } };
  const references = (list: readonly string[]): Json => list.map((name) => ({ $ref: `#/channels/jobs/messages/${name}` }));
  const [client, server] = from === "client" ? [names, ["tick"]] : [["tick"], names];
  const channel = { $ref: "#/channels/jobs" };
  const shapes = names.filter((name) => messages[name]?.constants.length === 0);
  const told = Object.values(messages).filter(({ constants }) => constants.length > 0);
  const places = ["type", "kind"].filter((place) => told.some((one) => one.place === place)).map((place) => `/${place}`);
  const discriminators = { [from]: isTurned ? places.toReversed() : places };
  const document: JsonObject = {
    asyncapi: "3.0.0",
    info: { title: "Jobs", version: "1.0.0" },
    channels: { jobs: { address: "/jobs", messages: { ...Object.fromEntries(mine), tick: other } } },
    operations: {
      receive: { action: "receive", channel, messages: references(client) },
      send: { action: "send", channel, messages: references(server) },
    },
    "x-wirepact": {
      version: 1,
      protocol: "jobs",
      ...(places.length > 1 ? { discriminators } : {}),
      ...(isOrdered && shapes.length > 1 ? { shapes: isTurned ? shapes.toReversed() : shapes } : {}),
    },
  };
  return buildContract(document, "jobs", new Findings());
}

function payloadOf({ place, constants, required, id, n, beside }: Told): Json {
  const isTold = constants.length > 0;
  const other = place === "type" ? "kind" : "type";
  return {
    type: "object",
    required: [...(isTold ? [place] : []), ...required],
    properties: {
      ...(isTold ? { [place]: { enum: constants } } : {}),
      ...(beside === null ? {} : { [other]: beside }),
      id: { type: id },
      n: { type: n },
    },
  };
}
