import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFrameReader } from "../../generator/monitor/frameReader.ts";
import { createMonitor, type SessionFrame } from "../../generator/monitor/sessionMonitor.ts";
import { PROTOCOLS } from "../support/protocols.ts";
import { contractOf } from "./contractOf.ts";
import { client, judge, server } from "./edits.ts";

/** Values that break what trusts its input. */
const odd = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    "__proto__",
    "constructor",
    null,
    [],
    {},
    Number.NaN,
    2n,
    new Uint8Array(2),
    undefined,
    JSON.parse('{"__proto__":{"type":"PING"}}'),
  ),
);

describe("any frames of either side get verdicts, and nothing is thrown:", () => {
  test.each(PROTOCOLS)("%s", async (protocol) => {
    const contract = await contractOf(protocol);
    const reader = createFrameReader(contract);
    const said = contract.session.scenarios.flatMap(({ steps }) => steps);
    const spoilt = fc
      .tuple(fc.constantFrom(...said), fc.constantFrom("data", "type", "job_id", "topics", "payload", "requestId"), odd)
      .map(([{ from, frame }, key, value]): SessionFrame => ({ from, frame: { ...(frame as object), [key]: value } }));
    const any = fc.record({ from: fc.constantFrom("client" as const, "server" as const), frame: odd });
    const steps = fc.array(fc.oneof(fc.constantFrom<SessionFrame>(...said), spoilt, any), { maxLength: 40 });
    fc.assert(
      fc.property(steps, (frames) => {
        const monitor = createMonitor(contract, { reader });
        const verdicts = [...frames.map((frame) => monitor.hear(frame)), ...monitor.end()];
        for (const verdict of verdicts) {
          if (!verdict.ok) expect(verdict.violations[0]).toMatchObject({ rule: verdict.rule, text: expect.stringMatching(/./) });
          expect(() => JSON.stringify(verdict)).not.toThrow();
        }
      }),
      { numRuns: 200 },
    );
  });
});

test("names of things are a peer's choice: those of prototypes are names like any other", async () => {
  const contract = await contractOf("nodetool");
  const update = (status: string, job_id: string) => server({ type: "job_update", status, job_id });
  const steps = ["__proto__", "constructor", "toString"].flatMap((id) => [
    client({ command: "reconnect_job", data: { job_id: id } }),
    server({ message: "Reconnecting", job_id: id }),
    update("running", id),
    update("completed", id),
  ]);
  expect(judge(contract, steps)).toEqual([]);
  expect(judge(contract, [...steps, update("running", "__proto__")])[0]).toMatch(/^13 state /);
});
