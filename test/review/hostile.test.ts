import { describe, expect, test } from "vitest";
import type { Judgement } from "../../generator/compare/change.ts";
import { compareContracts } from "../../generator/compare/compareContracts.ts";
import { Findings } from "../../generator/diagnostics.ts";
import type { Json, JsonObject } from "../../generator/json.ts";
import { buildContract } from "../../generator/model/buildContract.ts";
import type { Contract } from "../../generator/model/contract.ts";

type Schemas = Readonly<Record<string, Json>>;

/** A contract whose client sends a message for each payload. */
function contractOf(payloads: readonly Json[], schemas: Schemas = {}): Contract {
  const named = payloads.map((value, index) => [`m${index}`, value] as const);
  const payload = (name: string, value: Json) => ({
    type: "object",
    required: ["type", "v"],
    properties: { type: { const: name }, v: value },
  });
  const channel = { $ref: "#/channels/room" };
  const document: JsonObject = {
    asyncapi: "3.0.0",
    info: { title: "Room", version: "1.0.0" },
    channels: {
      room: {
        address: "/",
        messages: Object.fromEntries(named.map(([name, value]) => [name, { payload: payload(name, value) }])),
      },
    },
    operations: {
      receive: { action: "receive", channel, messages: named.map(([name]) => ({ $ref: `#/channels/room/messages/${name}` })) },
    },
    components: { schemas },
  };
  const findings = new Findings();
  const contract = buildContract(document, "room", findings);
  if (contract === undefined) throw new TypeError(JSON.stringify(findings.all.slice(0, 3)));
  return contract;
}

const to = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const times = <Thing>(count: number, make: (index: number) => Thing): Thing[] =>
  Array.from({ length: count }, (_, index) => make(index));
const named = (name: string, count: number, make: (index: number) => Json): Schemas =>
  Object.fromEntries(times(count, (index) => [`${name}${index}`, make(index)]));

const kind = (index: number): Json => ({ type: "object", required: ["k"], properties: { k: { const: `k${index}` } } });
const overlapping = (index: number): Json => ({
  type: "object",
  properties: { [`p${index}`]: { type: "integer", minimum: index } },
});

/** Each schema is all of the next, twice: 2^40 ways to the last. */
const diamonds = (last: Json) =>
  named("d", 40, (index) => (index === 39 ? last : { allOf: [to(`d${index + 1}`), to(`d${index + 1}`)] }));
const crossings = (last: Json) =>
  named("d", 40, (index) =>
    index === 39 ? last : { type: "object", properties: { a: to(`d${index + 1}`), b: to(`d${index + 1}`) } },
  );
const chain = (last: Json) =>
  named("c", 3000, (index) => (index === 2999 ? last : { type: "object", properties: { n: to(`c${index + 1}`) } }));
/** Every schema refers to every other. */
const dense = (value: Json) =>
  named("g", 40, () => ({
    type: "object",
    properties: { v: value, ...Object.fromEntries(times(40, (at) => [`e${at}`, to(`g${at}`)])) },
  }));
const fields = (name: string): Json => ({
  type: "object",
  properties: Object.fromEntries(times(1000, (index) => [`${name}${index}`, { type: "string", maxLength: index + 1 }])),
});
const text: Json = { type: "string" };

/** Contracts that would keep a careless review busy for ever; each comparison ends by itself. The runner's clock is the test. */
const HOSTILE: readonly (readonly [what: string, before: Contract, after: Contract, judgement: Judgement])[] = [
  [
    "diamonds of allOf",
    contractOf([to("d0")], diamonds(text)),
    contractOf([to("d0")], diamonds({ type: "string", maxLength: 3 })),
    "unknown",
  ],
  [
    "schemas that meet again",
    contractOf([to("d0")], crossings(text)),
    contractOf([to("d0")], crossings({ type: "number" })),
    "breaking",
  ],
  ["3,000 schemas in a row", contractOf([to("c0")], chain(text)), contractOf([to("c0")], chain({ type: "number" })), "unknown"],
  [
    "schemas that all refer to all",
    contractOf([to("g0")], dense(text)),
    contractOf([to("g0")], dense({ type: "number" })),
    "breaking",
  ],
  [
    "10,000 branches",
    contractOf([{ oneOf: times(10_000, kind) }]),
    contractOf([{ oneOf: times(10_000, (at) => kind(at + 1)) }]),
    "unknown",
  ],
  [
    "240 branches",
    contractOf([{ oneOf: times(240, kind) }]),
    contractOf([{ oneOf: times(240, (at) => kind(at + 1)) }]),
    "breaking",
  ],
  [
    "1,000 branches that overlap",
    contractOf([{ oneOf: times(1_000, overlapping) }]),
    contractOf([{ oneOf: times(1_001, overlapping) }]),
    "unknown",
  ],
  ["1,000 fields that are called otherwise", contractOf([fields("a")]), contractOf([fields("b")]), "risky"],
  [
    "50 messages with 300 branches that overlap",
    contractOf(times(50, () => ({ oneOf: times(300, overlapping) }))),
    contractOf(times(50, () => ({ oneOf: times(301, overlapping) }))),
    "unknown",
  ],
];

describe("a hostile pair of contracts ends, and is not called safe:", () => {
  test.each(HOSTILE)("%s", (_, before, after, judgement) => {
    const told = compareContracts(before, after, { level: "wire" }).map((change) => change.judgement);
    expect(told).toContain(judgement);
    expect(told).not.toContain("safe");
  });
});

test("a name with a backtick stands in quotes that it cannot end", () => {
  const [before, after] = [contractOf([fieldOf(text)]), contractOf([fieldOf({ type: "integer" })])];
  const told = compareContracts(before, after, { level: "wire" }).map((change) => change.text);
  expect(told).toEqual(['type changed: "/v/`a\\"`x" (string → integer)']);
});

function fieldOf(value: Json): Json {
  return { type: "object", properties: { '`a"`x': value } };
}
