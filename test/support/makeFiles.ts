import { readTemplates } from "../../generator/cli/templates.ts";
import { Findings } from "../../generator/diagnostics.ts";
import { emit } from "../../generator/emit/emit.ts";
import { createRender } from "../../generator/emit/template.ts";
import type { JsonObject } from "../../generator/json.ts";
import { buildContract } from "../../generator/model/buildContract.ts";
import type { Contract } from "../../generator/model/contract.ts";

/** Reads a document as a contract; throws what is wrong with it. */
export function contractOf(document: JsonObject, protocol = "sample"): Contract {
  const findings = new Findings();
  const contract = buildContract(document, protocol, findings);
  if (contract === undefined)
    throw new Error(findings.all.map(({ pointer, code, text }) => `${pointer} ${code}: ${text}`).join("\n"));
  return contract;
}

const render = createRender(readTemplates());

/** The files of a package by their paths. */
export function makeFiles(contract: Contract): Map<string, string> {
  return new Map(emit(contract, render).map(({ path, text }) => [path, text]));
}
