import { expect, test } from "vitest";
import { compareContracts } from "../../generator/compare/compareContracts.ts";
import { Findings } from "../../generator/diagnostics.ts";
import type { JsonObject } from "../../generator/json.ts";
import { loadAsyncapiFile } from "../../generator/load/asyncapiFile.ts";
import { buildContract } from "../../generator/model/buildContract.ts";
import type { Contract } from "../../generator/model/contract.ts";
import { ROOT } from "../support/protocols.ts";
import { EDITS } from "./realisticEdits.ts";

test.each(EDITS)("$protocol: $what", async ({ protocol, edit, told }) => {
  const { document } = await loadAsyncapiFile(`${ROOT}generated/${protocol}/asyncapi.yaml`, ROOT);
  const changes = compareContracts(contractOf(document, protocol), contractOf(edit(document), protocol), { level: "wire" });
  expect(changes.map(({ judgement, message, text, rule }) => `${judgement} ${message}: ${text} (${rule})`)).toEqual(told);
  for (const { meetings, witness } of changes) if (meetings.oldClientNewServer === "breaking") expect(witness).toBeDefined();
});

function contractOf(document: JsonObject, protocol: string): Contract {
  const findings = new Findings();
  const contract = buildContract(structuredClone(document), protocol, findings);
  if (contract === undefined) throw new TypeError(JSON.stringify(findings.all));
  return contract;
}
