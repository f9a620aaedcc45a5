import { expect, test } from "vitest";
import { tellOthers } from "../../generator/conform/tellOthers.ts";
import { createMonitor } from "../../generator/monitor/sessionMonitor.ts";
import { shippedContract } from "../support/shipped.ts";

test("of what is wrong inside a frame two are told, and then the other rules", async () => {
  const monitor = createMonitor(await shippedContract("terminal"));
  const told = (frame: object) => {
    const verdict = monitor.hear({ from: "server", frame });
    return verdict.ok ? "" : `${verdict.text}${tellOthers(verdict)}`;
  };
  expect(told({ type: "execution_result", success: 1, output: 2, timestamp: 3 })).toMatchInlineSnapshot(
    `""execution_result" at /sessionId: must have required property 'sessionId' (and 3 more); and at /success: must be boolean, got 1; and opening: the server's first frame must be connection_established, got execution_result; and reply: execution_result must answer execute_code, and none is open"`,
  );
});
