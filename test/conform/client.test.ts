import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { PYTHON, pythonIsMissing } from "../strangers/python.ts";
import { PROTOCOLS, ROOT } from "../support/protocols.ts";
import { type Run, runCli } from "../support/runCli.ts";
import { type Shipped, shippedContract } from "../support/shipped.ts";

const CLIENTS = fileURLToPath(new URL("clients/", import.meta.url));

/** All cases of a protocol have passed, and its flows are among them. */
async function expectAllPassed(protocol: Shipped, { stdout, status }: Run): Promise<void> {
  const { ok, results } = JSON.parse(stdout);
  expect(results.filter(({ outcome }: { outcome: string }) => outcome !== "pass")).toEqual([]);
  expect({ ok, status }).toEqual({ ok: true, status: 0 });
  const { scenarios } = (await shippedContract(protocol)).session;
  const ids = results.map(({ id }: { id: string }) => id);
  expect(ids).toEqual(expect.arrayContaining(scenarios.map(({ name }) => `client/${protocol}/flow/${name}`)));
  expect(ids).toContain(`client/${protocol}/tolerates/unknown-properties`);
  expect(ids).toContain(`client/${protocol}/tolerates/unknown-message`);
}

function conformClient(protocol: Shipped, command: readonly string[]): Promise<Run> {
  return runCli(["conform", "client", protocol, "--json", "--timeout", "30000", "--", ...command], { cwd: ROOT });
}

test.each(PROTOCOLS)("programs with our client of %s play every flow", async (protocol) => {
  await expectAllPassed(protocol, await conformClient(protocol, [process.execPath, `${CLIENTS}${protocol}.mjs`]));
});

test.for(["panel", "agent"] as const)("a client of %s in Python plays every flow", async (protocol, { skip }) => {
  const missing = pythonIsMissing();
  if (missing !== null) skip(missing);
  await expectAllPassed(protocol, await conformClient(protocol, [PYTHON, `${CLIENTS}${protocol}.py`]));
});
