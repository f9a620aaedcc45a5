import { describe, expect, test } from "vitest";
import { startAgent } from "./servers/agent.ts";
import { AGENT_FAULTS, type AgentFault } from "./servers/agentFaults.ts";
import { badOf, rulesOf, skippedOf, timeFor, tryServer } from "./support/tryServer.ts";

describe("an agent server that knows nothing of Wirepact", () => {
  test("breaks nothing where it does nothing wrong", async () => {
    const results = await tryServer("agent", await startAgent());
    expect(badOf(results)).toEqual({});
    expect(Object.keys(skippedOf(results))).toEqual(["flow/error"]);
  });

  test.each(Object.entries(AGENT_FAULTS))("that %s breaks: %s", async (fault, rules) => {
    // Keys of the table of faults are faults.
    const results = await tryServer("agent", await startAgent(fault as AgentFault), { timeout: timeFor(fault) });
    expect({ rules: rulesOf(results), bad: badOf(results) }).toMatchObject({ rules });
  });
});
