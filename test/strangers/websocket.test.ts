import { describe, expect, onTestFinished, test } from "vitest";
import type { Flow } from "./flows/flow.ts";
import { nodetool } from "./flows/nodetool.ts";
import { panel } from "./flows/panel.ts";
import { terminal } from "./flows/terminal.ts";
import { pythonIsMissing, startPython } from "./python.ts";
import { stepsFrom } from "./script.ts";
import { playWebSocketClient } from "./websocketPeers.ts";
import { STRANGERS } from "./websocketStrangers.ts";

const FLOWS: readonly Flow[] = [panel, terminal, nodetool];

describe.each(STRANGERS)("$library", ({ missing, call, serve }) => {
  test.for(FLOWS)("drives our server of $protocol", async (flow, { skip }) => {
    if (missing !== null) skip(missing);
    const heard: unknown[] = [];
    const ours = await flow.serve(heard);
    onTestFinished(() => ours.close());
    const steps = [...flow.steps, ...flow.unruly];
    expect(await call(`ws://127.0.0.1:${ours.port}${flow.path}`, steps)).toEqual(stepsFrom(steps, "server"));
    expect(heard).toEqual(flow.heard);
  });

  test.for(FLOWS)("is driven by our client of $protocol", async (flow, { skip }) => {
    if (missing !== null) skip(missing);
    const seen: unknown[] = [];
    const strange = await serve(flow.steps);
    onTestFinished(async () => void (await strange.stop()));
    await flow.call(`ws://127.0.0.1:${strange.port}${flow.path}`, seen);
    expect(await strange.got).toEqual(stepsFrom(flow.steps, "client"));
    expect(seen).toEqual(flow.seen);
  });
});

test("strangers of two libraries at one panel hear what each other does", async ({ skip }) => {
  const missing = pythonIsMissing();
  if (missing !== null) skip(missing);
  const ours = await panel.serve([]);
  onTestFinished(() => ours.close());
  const url = `ws://127.0.0.1:${ours.port}${panel.path}`;
  const [connected, trigger, patch, event, result] = panel.steps;
  if (!connected || !trigger || !patch || !event || !result) throw new Error("the flow is shorter");
  const onlooker = startPython("websocket_client.py", { url, steps: [connected, patch, event] });
  expect(await onlooker.next()).toEqual(connected);
  expect(await playWebSocketClient(url, [connected, trigger, patch, event, result])).toEqual([connected, patch, event, result]);
  expect(await onlooker.rest()).toEqual([patch, event]);
});
