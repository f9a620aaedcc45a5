import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Findings } from "../../generator/diagnostics.ts";
import type { JsonObject } from "../../generator/json.ts";
import { lint } from "../../generator/lint/lint.ts";
import { lintRules } from "../../generator/lint/lintRules.ts";
import { loadAsyncapiFile } from "../../generator/load/asyncapiFile.ts";
import { buildContract } from "../../generator/model/buildContract.ts";
import { valueAt } from "../../generator/reference.ts";
import { loadShipped, PROTOCOLS, ROOT } from "../support/protocols.ts";

describe.each(PROTOCOLS)("%s", (protocol) => {
  test("breaks no rule that is an error, and few that are on", async () => {
    const { document } = await loadShipped(protocol);
    const found = lint(contractOf(document, protocol), (rule) => lintRules[rule].level);
    expect(found.filter(({ severity }) => severity === "error")).toEqual([]);
    const causes = new Set(found.map(({ code, pointer, fault }) => `${code} ${fault ?? pointer}`));
    expect(causes.size).toBeLessThan(12);
  });

  test("gets the same findings from its schema and from the document that is generated of it", async () => {
    const { document } = await loadShipped(protocol);
    const generated = await loadAsyncapiFile(join(ROOT, "generated", protocol, "asyncapi.yaml"), ROOT);
    const [ofSchema, ofDocument] = [document, generated.document].map((one) => lint(contractOf(one, protocol), () => "warning"));
    expect(ofDocument).toEqual(ofSchema);
  });

  test("gets findings at places that are there", async () => {
    const { document } = await loadShipped(protocol);
    const found = lint(contractOf(document, protocol), () => "warning");
    expect(found.length).toBeGreaterThan(5);
    expect(found.filter(({ pointer }) => valueAt(document, pointer) === undefined)).toEqual([]);
  });
});

function contractOf(document: JsonObject, protocol: string) {
  const contract = buildContract(document, protocol, new Findings());
  if (contract === undefined) throw new Error(`${protocol} is no contract`);
  return contract;
}
