import { beforeAll, describe, expect, test } from "vitest";
import { hunt } from "../../generator/mutants/hunt.ts";
import type { Judged } from "../../generator/mutants/outcome.ts";
import { tallyByKind } from "../../generator/mutants/tally.ts";
import { byProtocol, shippedContracts } from "../support/shipped.ts";

describe.each(byProtocol(await shippedContracts()))("%s", (_protocol, contract) => {
  let judged: readonly Judged[] = [];

  beforeAll(() => {
    judged = [...hunt(contract)];
  }, 300_000);

  test("each mutant has a name of its own", () => {
    expect(new Set(judged.map(({ id }) => id)).size).toBe(judged.length);
  });

  test("some fixture tells every mutant, kind by kind, unless nothing can", () => {
    const survivors = judged.flatMap(({ id, outcome }) => (outcome.kind === "survived" ? [id] : []));
    expect(survivors).toEqual([]);
    for (const [kind, { made, killed, equivalent, stillborn }] of tallyByKind(judged))
      expect(killed, kind).toBe(made - equivalent - stillborn);
  });

  test("what is called equivalent was proved to be", () => {
    const equivalents = judged.flatMap(({ outcome }) => (outcome.kind === "equivalent" ? [outcome] : []));
    expect(equivalents.filter(({ isProved }) => !isProved)).toEqual([]);
  });
});
