import { describe, expect, test } from "vitest";
import { startNodetool } from "./servers/nodetool.ts";
import { NODETOOL_FAULTS, type NodetoolFault } from "./servers/nodetoolFaults.ts";
import { badOf, rulesOf, skippedOf, timeFor, tryServer } from "./support/tryServer.ts";

describe("a nodetool server that knows nothing of Wirepact", () => {
  test("breaks nothing where it does nothing wrong", async () => {
    const results = await tryServer("nodetool", await startNodetool());
    expect(badOf(results)).toEqual({});
    expect(Object.keys(skippedOf(results))).toEqual([
      "flow/job-cancellation",
      "flow/agent-task",
      "flow/error-without-node",
      "flow/reconnection",
      "flow/client-tools",
      "flow/heartbeat",
    ]);
  });

  test.each(Object.entries(NODETOOL_FAULTS))("that %s breaks: %s", async (fault, rules) => {
    // Keys of the table of faults are faults.
    const results = await tryServer("nodetool", await startNodetool(fault as NodetoolFault), { timeout: timeFor(fault) });
    expect({ rules: rulesOf(results), bad: badOf(results) }).toMatchObject({ rules });
  });
});
