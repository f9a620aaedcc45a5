import { join } from "node:path";
import { Parser } from "@asyncapi/parser";
import { describe, expect, test } from "vitest";
import { loadAsyncapiFile } from "../../generator/load/asyncapiFile.ts";
import { contractOf, makeFiles } from "../support/makeFiles.ts";
import { loadShipped, ROOT } from "../support/protocols.ts";
import { readTree } from "../support/readTree.ts";
import { byProtocol, shippedContracts } from "../support/shipped.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

describe.each(byProtocol(await shippedContracts()))("%s", (protocol, contract) => {
  const files = makeFiles(contract);
  const yaml = files.get("asyncapi.yaml") ?? "";

  test("generating from the emitted asyncapi.yaml gives the same bytes as from the schema", async () => {
    const folder = temporaryFolder({ "anywhere/contract.yaml": yaml });
    expect(await filesFrom(join(folder, "anywhere/contract.yaml"), folder)).toEqual(files);
  });

  test("the committed package is what the schema gives, and what its own asyncapi.yaml gives", async () => {
    const folder = join(ROOT, "generated", protocol);
    expect(filesIn(folder)).toEqual(files);
    expect(await filesFrom(join(folder, "asyncapi.yaml"), ROOT)).toEqual(files);
  });

  test("loading and generating once more gives the same bytes", async () => {
    expect(makeFiles(contractOf((await loadShipped(protocol)).document, protocol))).toEqual(files);
  });

  test("the official parser finds no error and no warning", async () => {
    const { document, diagnostics } = await new Parser().parse(yaml);
    const [error, warning] = [0, 1];
    expect(diagnostics.filter(({ severity }) => severity === error || severity === warning)).toEqual([]);
    const messages = document?.allMessages().all() ?? [];
    expect(messages.map((message) => message.id()).sort()).toEqual(contract.messages.map(({ name }) => name).sort());
  });
});

async function filesFrom(path: string, root: string): Promise<Map<string, string>> {
  const { document, protocol } = await loadAsyncapiFile(path, root);
  return makeFiles(contractOf(document, protocol));
}

/** The files of a folder, but for the manifest that the output keeps beside them. */
function filesIn(folder: string): Map<string, string> {
  return new Map(Object.entries(readTree(folder)).filter(([path]) => path !== ".wirepact.json"));
}
