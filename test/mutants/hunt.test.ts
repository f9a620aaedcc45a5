import { expect, test } from "vitest";
import { type ContractFixtures, deriveFixtures } from "../../generator/fixtures/deriveFixtures.ts";
import type { Fixture, FixtureSet } from "../../generator/fixtures/fixture.ts";
import { hunt } from "../../generator/mutants/hunt.ts";
import { Draft, messageOf } from "../support/hostile/draft.ts";
import { contractOf } from "../support/makeFiles.ts";
import { shippedContract } from "../support/shipped.ts";

const contract = await shippedContract("terminal");

/** The fixtures of the contract without some of them. */
function without(isGone: (fixture: Fixture) => boolean): ContractFixtures {
  const { messages, wire, flows, sessions, layouts } = deriveFixtures(contract);
  const fewer = ({ fixtures, gaps }: FixtureSet): FixtureSet => ({ fixtures: fixtures.filter((one) => !isGone(one)), gaps });
  return {
    messages: new Map([...messages].map(([name, set]) => [name, fewer(set)])),
    wire: fewer(wire),
    flows: fewer(flows),
    sessions: fewer(sessions),
    layouts: fewer(layouts),
  };
}

/** The kinds of the mutants that some fixtures do not tell. */
function survivingKinds(fixtures: ContractFixtures): string[] {
  const survivors = [...hunt(contract, fixtures)].filter(({ outcome }) => outcome.kind === "survived");
  return [...new Set(survivors.map(({ kind }) => kind))];
}

test("without the fixtures of what is required, and of nothing else, what is not required survives", () => {
  expect(survivingKinds(without(({ id }) => id.includes("/missing/")))).toEqual(["drop-required"]);
});

test("without the fixtures of null what may be null survives", () => {
  expect(survivingKinds(without(({ id }) => id.includes("/null/")))).toEqual(["null-in"]);
});

test("a survivor is shown with a frame that only one of the two accepts", () => {
  const [survivor] = [
    ...hunt(
      contract,
      without(({ id }) => id.endsWith("/missing/code")),
    ),
  ].filter(({ outcome }) => outcome.kind === "survived");
  expect(survivor).toMatchObject({
    id: "terminal/drop-required/components/messages/execute_code/payload/required/code",
    text: "execute_code may come without code",
    outcome: { witness: { from: "client", frame: { type: "execute_code" } } },
  });
});

test("without any fixture nothing is killed", () => {
  const outcomes = [
    ...hunt(
      contract,
      without(() => true),
    ),
  ].map(({ outcome }) => outcome.kind);
  expect(new Set(outcomes)).toEqual(new Set(["survived", "equivalent", "stillborn"]));
});

test("a fixture that does not hold of its own contract would kill everything, and is refused", () => {
  const { messages, ...others } = deriveFixtures(contract);
  const [[name, { fixtures, gaps }] = ["", { fixtures: [], gaps: [] }], ...rest] = messages;
  const wrong = fixtures.map((one) =>
    one.kind === "frame" ? { ...one, verdict: { ok: true, message: "another" } as const } : one,
  );
  const broken = { ...others, messages: new Map([[name, { fixtures: wrong, gaps }], ...rest]) };
  expect(() => [...hunt(contract, broken)]).toThrow("does not hold of its own contract");
});

test("names of a contract are data, whatever they are", () => {
  const draft = new Draft();
  const names = ["__proto__", "constructor", "a/b", "~", "", "%41", "\u2028"];
  const properties = Object.fromEntries(names.map((name) => [name, { type: "string", enum: [name, `other ${name}`] }]));
  draft.messages.set("law", messageOf("law", { value: { type: "object", required: names, properties } }));
  const judged = [...hunt(contractOf(draft.document()))].filter(({ pointer }) =>
    pointer.includes("/law/payload/properties/value"),
  );
  expect(judged.filter(({ outcome }) => outcome.kind === "survived").map(({ id }) => id)).toEqual([]);
  const dropped = judged.filter(({ kind, outcome }) => kind === "drop-required" && outcome.kind === "killed");
  expect(dropped).toHaveLength(names.length);
});
