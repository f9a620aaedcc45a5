import { describe, expect, test } from "vitest";
import type { Contract } from "../../generator/model/contract.ts";
import { AGENT } from "./broken/agent.ts";
import type { Case } from "./broken/case.ts";
import { FLOWORK } from "./broken/flowork.ts";
import { NODETOOL } from "./broken/nodetool.ts";
import { PANEL } from "./broken/panel.ts";
import { TERMINAL } from "./broken/terminal.ts";
import { contractOf } from "./contractOf.ts";
import { judge } from "./edits.ts";

const ALL: Readonly<Record<string, readonly Case[]>> = {
  panel: PANEL,
  agent: AGENT,
  terminal: TERMINAL,
  nodetool: NODETOOL,
  flowork: FLOWORK,
};

for (const [protocol, cases] of Object.entries(ALL)) {
  const contract = await contractOf(protocol);
  describe(`${protocol}:`, () => {
    test.each(cases)("%s", (_what, scenario, edit, broken) => {
      expect(judge(contract, edit(stepsOf(contract, scenario)))).toEqual(broken);
    });
  });
}

function stepsOf({ session }: Contract, name: string) {
  const scenario = session.scenarios.find((one) => one.name === name);
  if (scenario === undefined) throw new Error(`no scenario ${name}`);
  return scenario.steps;
}
