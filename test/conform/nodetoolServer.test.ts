import { describe, expect, test } from "vitest";
import { startNodetool } from "./servers/nodetool.ts";
import { NODETOOL_FAULTS, type NodetoolFault } from "./servers/nodetoolFaults.ts";
import { badOf, rulesOf, skippedOf, timeFor, tryServer } from "./support/tryServer.ts";

describe("a nodetool server that knows nothing of Wirepact", () => {
  test("breaks nothing where it does nothing wrong", async () => {
    const results = await tryServer("nodetool", await startNodetool());
    expect(badOf(results)).toEqual({});
    const skipped = Object.keys(skippedOf(results));
    // What names a job or a stream that there is not is refused, and rightly so. Nobody answers what tells of a tool, and no token is given.
    const refused = skipped.filter((name) =>
      /^refuses-connection\/|^refuses\/(?:pong|client_tools_manifest|tool_result)\/|^accepts\/\w*(?:_job|_stream|_input|_status)\//.test(
        name,
      ),
    );
    expect(skipped.filter((name) => !refused.includes(name))).toEqual([
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
