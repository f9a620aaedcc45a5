import { expect, test } from "vitest";
import { Findings } from "../../generator/diagnostics.ts";
import { getObject, type JsonObject } from "../../generator/json.ts";
import { buildContract } from "../../generator/model/buildContract.ts";
import { createMonitor } from "../../generator/monitor/sessionMonitor.ts";
import { loadShipped } from "../support/protocols.ts";

const GREETING = { type: "connection_established", message: "Connected", timestamp: "2024-01-01T00:00:00Z" };

/** What is said of a server that greets, and then sends something that nobody asked for. */
function saidOf(document: JsonObject, frame: object): string {
  const contract = buildContract(document, "terminal", new Findings());
  if (contract === undefined) throw new Error("it is no contract");
  const monitor = createMonitor(contract);
  expect(monitor.hear({ from: "server", frame: GREETING }).ok).toBe(true);
  const verdict = monitor.hear({ from: "server", frame });
  return verdict.ok ? "fine" : verdict.text;
}

test("an error that is declared for requests alone, and comes without one, is told where it can be declared", async () => {
  const { document } = await loadShipped("terminal");
  const { errors: _, ...extension } = getObject(document, "x-wirepact");
  const error = { type: "error", message: "no", timestamp: "2024-01-01T00:00:00Z" };
  expect(saidOf(document, error)).toBe("fine");
  const without = { ...document, "x-wirepact": extension };
  expect(saidOf(without, error)).toBe(
    "error must answer execute_code or terminal_command or save_file, and none is open; where it tells failures in general, declare it under `errors` (docs/define.md)",
  );
  const output = { type: "terminal_output", output: "", sessionId: "s" };
  expect(saidOf(without, output)).toBe("terminal_output must answer terminal_command, and none is open");
});
