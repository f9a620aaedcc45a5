import { describe, expect, test } from "vitest";
import { reviewContracts } from "../../generator/compare/review.ts";
import { Findings } from "../../generator/diagnostics.ts";
import type { JsonObject } from "../../generator/json.ts";
import { loadAsyncapiFile } from "../../generator/load/asyncapiFile.ts";
import { buildContract } from "../../generator/model/buildContract.ts";
import type { Contract } from "../../generator/model/contract.ts";
import { PROTOCOLS, ROOT } from "../support/protocols.ts";
import { editsOf } from "./edits.ts";
import { meaningOf } from "./meaning.ts";

describe.each(PROTOCOLS)("%s", (protocol) => {
  test("whatever is taken away or put otherwise is told exactly where it says something to machines", async () => {
    const { document } = await loadAsyncapiFile(`${ROOT}generated/${protocol}/asyncapi.yaml`, ROOT);
    const before = read(document, protocol);
    if (before === undefined) throw new Error(`${protocol} is no contract`);
    const meaning = meaningOf(before);
    const names = before.messages.map(({ name }) => name);
    const wrong: string[] = [];
    let tried = 0;
    for (const edit of editsOf(document, names)) {
      const after = read(edit.document, protocol);
      if (after === undefined) continue;
      tried += 1;
      // Every rule has its opposite: which of the two is the old one changes nothing about whether there is something to tell.
      const [older, newer] = tried % 4 === 0 ? [after, before] : [before, after];
      const isTold = reviewContracts(older, newer, { level: "types" }).changes.length > 0;
      const isMeant = meaningOf(after) !== meaning;
      if (isTold !== isMeant) wrong.push(`${isMeant ? "unnoticed" : "cried wolf"}: ${edit.name}`);
    }
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(50);
  }, 600_000);
});

/** The document as a contract; undefined where it is none any more. */
function read(document: JsonObject, protocol: string): Contract | undefined {
  const findings = new Findings();
  const contract = buildContract(document, protocol, findings);
  return findings.hasErrors ? undefined : contract;
}
