import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { PROTOCOLS, ROOT } from "../support/protocols.ts";
import { runCli } from "../support/runCli.ts";

const GENERATED = fileURLToPath(new URL("testees/generated.mjs", import.meta.url));

test.each(PROTOCOLS)("the package of %s, with the runtime's codecs, passes everything", async (protocol) => {
  const command = [process.execPath, GENERATED, protocol];
  const run = await runCli(["conform", "codec", protocol, "--json", "--", ...command], { cwd: ROOT });
  const { ok, total, counts, results } = JSON.parse(run.stdout);
  expect(results.filter(({ outcome }: { outcome: string }) => outcome !== "pass")).toEqual([]);
  expect({ ok, passed: counts.pass, status: run.status }).toEqual({ ok: true, passed: total, status: 0 });
  expect(total).toBeGreaterThan(200);
});
