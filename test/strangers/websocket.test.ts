import { describe, expect, onTestFinished, test } from "vitest";
import type { Flow } from "./flows/flow.ts";
import { nodetool } from "./flows/nodetool.ts";
import { panel } from "./flows/panel.ts";
import { terminal } from "./flows/terminal.ts";
import { stepsFrom } from "./script.ts";
import { STRANGERS } from "./websocketStrangers.ts";

const FLOWS: readonly Flow[] = [panel, terminal, nodetool];

describe.each(STRANGERS)("$library", ({ missing, call, serve }) => {
  test.for(FLOWS)("drives our server of $protocol", async (flow, { skip }) => {
    if (missing !== null) skip(missing);
    const heard: unknown[] = [];
    const server = await flow.serve(heard);
    onTestFinished(() => server.close());
    const steps = [...flow.steps, ...flow.unruly];
    expect(await call(`ws://127.0.0.1:${server.port}${flow.path}`, steps)).toEqual(stepsFrom(steps, "server"));
    expect(heard).toEqual(flow.heard);
  });

  test.for(FLOWS)("is driven by our client of $protocol", async (flow, { skip }) => {
    if (missing !== null) skip(missing);
    const seen: unknown[] = [];
    const server = await serve(flow.steps);
    onTestFinished(async () => void (await server.stop()));
    await flow.call(`ws://127.0.0.1:${server.port}${flow.path}`, seen);
    expect(await server.got).toEqual(stepsFrom(flow.steps, "client"));
    expect(seen).toEqual(flow.seen);
  });
});
