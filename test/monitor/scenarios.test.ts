import { describe, expect, test } from "vitest";
import { createMonitor } from "../../generator/monitor/sessionMonitor.ts";
import { PROTOCOLS } from "../support/protocols.ts";
import { contractOf } from "./contractOf.ts";

for (const protocol of PROTOCOLS) {
  const contract = await contractOf(protocol);
  describe(`every session of ${protocol}'s document is legal:`, () => {
    test.each(contract.session.scenarios.map(({ name, steps }) => [name, steps] as const))("%s", (_name, steps) => {
      const monitor = createMonitor(contract);
      const said = [...steps.map((step) => monitor.hear(step)), ...monitor.end()];
      expect(said.filter(({ ok }) => !ok)).toEqual([]);
    });
  });
}
