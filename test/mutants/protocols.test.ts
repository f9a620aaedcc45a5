import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reportMutants } from "../../generator/cli/mutantsReport.ts";
import { hunt } from "../../generator/mutants/hunt.ts";
import type { Judged } from "../../generator/mutants/outcome.ts";
import { tallyByKind } from "../../generator/mutants/tally.ts";
import { byProtocol, shippedContracts } from "../support/shipped.ts";

describe.each(byProtocol(await shippedContracts()))("%s", (_protocol, contract) => {
  let judged: readonly Judged[] = [];

  beforeAll(() => {
    judged = [...hunt(contract)];
  }, 300_000);

  // CI shows what `wirepact mutants` would: the figures of each kind.
  afterAll(() => {
    const lines: string[] = [];
    const terminal = { out: (line: string) => void lines.push(line), error: () => undefined };
    reportMutants([{ protocol: contract.protocol, judged, stale: [], milliseconds: 0 }], [], {}, terminal);
    console.log(lines.slice(0, -1).join("\n"));
  });

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
