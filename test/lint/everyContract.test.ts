import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { DiagnosticError, Findings } from "../../generator/diagnostics.ts";
import { lint } from "../../generator/lint/lint.ts";
import { loadAsyncapiFile } from "../../generator/load/asyncapiFile.ts";
import type { Source } from "../../generator/load/source.ts";
import { buildContract } from "../../generator/model/buildContract.ts";
import { valueAt } from "../../generator/reference.ts";

const GOLDEN = fileURLToPath(new URL("../golden/", import.meta.url));

/** Every document of the golden folders, whatever it is there for. */
const documents = readdirSync(GOLDEN, { recursive: true, encoding: "utf8" }).filter((path) => /\.(yaml|json)$/.test(path));

test("every contract of the golden folders is linted by every rule: each finding has a place that is there, and an advice", async () => {
  let linted = 0;
  for (const path of documents) {
    const source = await loaded(join(GOLDEN, path));
    const contract = source && buildContract(source.document, "golden", new Findings());
    if (contract === undefined) continue;
    linted += 1;
    for (const { code, pointer, text } of lint(contract, () => "warning")) {
      const finding = `${path} ${code} ${pointer} ${text}`;
      expect(valueAt(contract.document, pointer), finding).toBeDefined();
      expect(text, finding).toMatch(/^\S.*; \S.*[^.]$/);
      expect(text, finding).not.toMatch(/undefined|\[object|NaN/);
    }
  }
  expect(linted).toBeGreaterThan(100);
});

/** A document that can be read: many of these folders are about those that cannot. */
async function loaded(path: string): Promise<Source | undefined> {
  try {
    return await loadAsyncapiFile(path, dirname(path), "golden");
  } catch (error) {
    if (error instanceof DiagnosticError) return undefined;
    throw error;
  }
}
