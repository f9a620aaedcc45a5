import { describe, expect, test } from "vitest";
import { castOf } from "../flows/support/cast.ts";
import { flowsOf } from "../flows/support/flow.ts";
import { handlersOf } from "../flows/support/handlers.ts";
import { withLeftOut } from "../flows/support/liberties.ts";
import { scriptOf } from "../flows/support/script.ts";
import { type Seen, Trail } from "../flows/support/trail.ts";
import { PROTOCOLS } from "../support/protocols.ts";
import { shippedContract } from "../support/shipped.ts";
import { STUBS } from "./support/stubServers.ts";
import { badOf, skippedOf, tryServer } from "./support/tryServer.ts";

/** Why a flow is left out: it is another program's than the few handlers that these servers have. */
const ANOTHER_WAY = /^flow\/.*: the server goes another way, which the contract allows: /;

/** What they have no handler for is refused. */
const NOT_DONE = /: it was refused with \w+, and the contract cannot tell why$/;

test.each(PROTOCOLS)("our server of %s breaks nothing, with handlers that leave much out", async (protocol) => {
  const results = await tryServer(protocol, await STUBS[protocol](), { isAll: true });
  expect(badOf(results)).toEqual({});
  const skipped = skippedOf(results);
  for (const [name, reason] of Object.entries(skipped)) {
    if (name.startsWith("refuses-connection/")) continue;
    expect(`${name}: ${reason}`).toMatch(name.startsWith("accepts/") ? NOT_DONE : ANOTHER_WAY);
  }
});

describe.each(PROTOCOLS)("our server of %s", async (protocol) => {
  const contract = await shippedContract(protocol);
  const cast = await castOf(contract);

  test.each(flowsOf(contract).map((flow) => [flow.name, flow] as const))("goes the way of %s", async (name, flow) => {
    const script = scriptOf(cast.descriptor, withLeftOut(cast.descriptor, flow.steps));
    const passed = new Trail<Seen>();
    const { handlers, onOpen } = handlersOf(cast, script, passed);
    const server = cast.serve(handlers, { ...cast.serverOptions, onOpen, onError: () => undefined });
    const { port } = await server.listen(0, "127.0.0.1");
    const tap = await cast.tap(port, passed);
    const stop = async () => {
      await tap.stop();
      await server.close();
    };
    const url = `${cast.addressOf(tap.port)}${protocol === "flowork" ? "?engineId=engine-1" : ""}`;
    const results = await tryServer(protocol, { url, stop }, { only: `flow/${name}`, isStrict: true });
    expect({ bad: badOf(results), skipped: skippedOf(results) }).toEqual({ bad: {}, skipped: {} });
  });
});
