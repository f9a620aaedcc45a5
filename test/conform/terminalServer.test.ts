import { describe, expect, test } from "vitest";
import { startTerminal } from "./servers/terminal.ts";
import { TERMINAL_FAULTS, type TerminalFault } from "./servers/terminalFaults.ts";
import { badOf, rulesOf, skippedOf, timeFor, tryServer } from "./support/tryServer.ts";

describe("a terminal server that knows nothing of Wirepact", () => {
  test("breaks nothing where it does nothing wrong", async () => {
    const results = await tryServer("terminal", await startTerminal());
    expect(badOf(results)).toEqual({});
    expect(Object.keys(skippedOf(results))).toEqual(["flow/system-error"]);
  });

  test("shows nothing where it refuses everything", async () => {
    const results = await tryServer("terminal", await startTerminal("refuses everything"));
    expect(badOf(results)).toMatchObject({ answers: { kind: "harness-error" } });
    expect(skippedOf(results)["accepts/save_file/minimal"]).toBe("it was refused with error, and the contract cannot tell why");
  });

  test.each(Object.entries(TERMINAL_FAULTS))("that %s breaks: %s", async (fault, rules) => {
    // Keys of the table of faults are faults.
    const results = await tryServer("terminal", await startTerminal(fault as TerminalFault), { timeout: timeFor(fault) });
    expect({ rules: rulesOf(results), bad: badOf(results) }).toMatchObject({ rules });
  });
});
