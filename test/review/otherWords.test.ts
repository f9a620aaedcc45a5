import { describe, expect, test } from "vitest";
import { compareContracts } from "../../generator/compare/compareContracts.ts";
import { Findings } from "../../generator/diagnostics.ts";
import type { JsonObject } from "../../generator/json.ts";
import { loadAsyncapiFile } from "../../generator/load/asyncapiFile.ts";
import { buildContract } from "../../generator/model/buildContract.ts";
import type { Contract } from "../../generator/model/contract.ts";
import { PROTOCOLS, ROOT } from "../support/protocols.ts";
import { TWINS } from "./otherWords.ts";

async function documentOf(protocol: string): Promise<JsonObject> {
  return (await loadAsyncapiFile(`${ROOT}generated/${protocol}/asyncapi.yaml`, ROOT)).document;
}

function contractOf(document: JsonObject, protocol: string): Contract {
  const findings = new Findings();
  const contract = buildContract(structuredClone(document), protocol, findings);
  if (contract === undefined) throw new TypeError(JSON.stringify(findings.all));
  return contract;
}

describe.each(PROTOCOLS)("%s is no change to itself", (protocol) => {
  test.each(Object.entries(TWINS))("%s", async (_, twin) => {
    const document = await documentOf(protocol);
    const [before, after] = [contractOf(document, protocol), contractOf(twin(document), protocol)];
    expect(compareContracts(before, after, { level: "wire" })).toEqual([]);
    expect(compareContracts(after, before, { level: "wire" })).toEqual([]);
  });
});

test("each way to write a document otherwise changes one of them", async () => {
  const documents = await Promise.all(PROTOCOLS.map(documentOf));
  const idle = Object.entries(TWINS).filter(([, twin]) =>
    documents.every((one) => JSON.stringify(twin(one)) === JSON.stringify(one)),
  );
  expect(idle.map(([name]) => name)).toEqual(["the same"]);
});
