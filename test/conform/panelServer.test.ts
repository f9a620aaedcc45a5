import { describe, expect, test } from "vitest";
import { startPanel } from "./servers/panel.ts";
import { PANEL_FAULTS, type PanelFault } from "./servers/panelFaults.ts";
import { badOf, countsOf, rulesOf, skippedOf, timeFor, tryServer } from "./support/tryServer.ts";

/** It knows of no tokens, and none is given. */
const UNASKED = ["refuses-connection/without-token", "refuses-connection/wrong-token"];

describe("a panel server that knows nothing of Wirepact", () => {
  test("passes each case where it does nothing wrong, be all of them asked for", async () => {
    const results = await tryServer("panel", await startPanel(), { isAll: true, isStrict: true });
    expect(badOf(results)).toEqual({});
    expect(Object.keys(skippedOf(results))).toEqual(UNASKED);
    expect(results.length).toBeGreaterThan(70);
  });

  test("passes while it always has something to say, which is no silence", async () => {
    const results = await tryServer("panel", await startPanel(undefined, true), { quiet: 50, isStrict: true });
    expect({ bad: badOf(results), skipped: Object.keys(skippedOf(results)) }).toEqual({ bad: {}, skipped: UNASKED });
  });

  test("that is silent where nothing shows what it does with a frame is told to have shown nothing", async () => {
    const results = await tryServer("panel", await startPanel("says nothing of invalid topics"));
    const silent = Object.entries(skippedOf(results)).filter(([name]) => /^refuses\/(?:UN)?SUBSCRIBE\//.test(name));
    expect(badOf(results)).toEqual({});
    expect(silent.length).toBeGreaterThan(1);
    for (const [, reason] of silent) expect(reason).toContain("nothing in the contract shows whether it was obeyed");
  });

  test("that dies is not fine, be its death known: what was not asked is no pass", async () => {
    const results = await tryServer("panel", await startPanel("dies of an invalid frame"));
    const death = results.findIndex(({ verdict }) => verdict.kind === "fail");
    const after = results.slice(death + 1);
    expect(results[death]?.verdict).toMatchObject({ rule: "server-serving" });
    expect(countsOf(after)).toEqual({ "harness-error": after.length });
  });

  test("that takes bytes for text is told where that comes from", async () => {
    const results = await tryServer("panel", await startPanel("acts on JSON as bytes"), {
      only: "refuses/wire/client/json-as-bytes",
    });
    const text = expect.stringMatching(/travels as text, not as bytes; with ws, look at the second argument of `message`/);
    expect(Object.values(badOf(results))).toEqual([expect.objectContaining({ rule: "server-obeys", text })]);
  });

  test.each(Object.entries(PANEL_FAULTS))("that %s breaks: %s", async (fault, rules) => {
    // Keys of the table of faults are faults.
    const results = await tryServer("panel", await startPanel(fault as PanelFault), { timeout: timeFor(fault) });
    expect({ rules: rulesOf(results), bad: badOf(results) }).toMatchObject({ rules });
  });
});
