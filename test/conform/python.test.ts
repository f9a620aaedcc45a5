import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PYTHON } from "../strangers/python.ts";
import { fixtureFile } from "../support/heldFixtures.ts";
import { PROTOCOLS, ROOT } from "../support/protocols.ts";
import { runCli } from "../support/runCli.ts";
import { strangerIsMissing } from "../support/stranger.ts";

const REASON = "needs Debian's python3-yaml, python3-jsonschema and python3-msgpack, which .ci/run installs";

/** What the example says that it does not do: no session, and nothing that has to know where bytes stand. */
const BYTES = "does not look for the places of bytes in MessagePack";

test("the Python example says what it is called with", ({ skip }) => {
  const run = spawnSync(PYTHON, [`${ROOT}docs/testee.py`], { encoding: "utf8" });
  if (run.error) skip(strangerIsMissing(REASON));
  expect(run.stderr).toBe("usage: python3 testee.py generated/PROTOCOL, the folder with its asyncapi.yaml\n");
  expect(run.status).toBe(1);
});

test.for(PROTOCOLS)("the Python example passes all of %s, but for what it says it does not do", async (protocol, { skip }) => {
  if (spawnSync(PYTHON, ["-c", "import yaml, jsonschema, msgpack"]).status !== 0) skip(strangerIsMissing(REASON));
  const command = [PYTHON, `${ROOT}docs/testee.py`, `${ROOT}generated/${protocol}`];
  const run = await runCli(["conform", "codec", protocol, "--json", "--timeout", "30000", "--", ...command], { cwd: ROOT });
  const { ok, counts, results } = JSON.parse(run.stdout);
  const amiss = results.filter(({ outcome }: { outcome: string }) => outcome !== "pass" && outcome !== "skipped");
  expect({ amiss, ok, status: run.status }).toEqual({ amiss: [], ok: true, status: 0 });
  const reasons: string[] = results.flatMap(({ verdict }: { verdict: { reason?: string } }) => verdict.reason ?? []);
  expect(reasons.filter((reason) => reason === BYTES)).toHaveLength(protocol === "nodetool" ? 6 : 0);
  const sessions = fixtureFile(readFileSync(`${ROOT}generated/${protocol}/fixtures/session-rules.json`, "utf8")).fixtures;
  expect(reasons.filter((reason) => reason !== BYTES)).toEqual(sessions.map(() => "it does not judge sessions"));
  expect(counts.pass).toBeGreaterThan(200);
});
