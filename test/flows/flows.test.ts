import { describe, expect, test } from "vitest";
import { createFrameReader } from "../../generator/monitor/frameReader.ts";
import { createMonitor } from "../../generator/monitor/sessionMonitor.ts";
import { byProtocol, shippedContracts } from "../support/shipped.ts";
import { castOf } from "./support/cast.ts";
import { type Flow, flowsOf, inText } from "./support/flow.ts";
import { marked, markedSeen } from "./support/liberties.ts";
import { encodingsOf, expectedAnswers, expectedCalls, expectedHeard, expectedOutcomes } from "./support/outcomes.ts";
import { play } from "./support/play.ts";

/**
 * How many example flows there are: those of the documents, and for flowork, whose document has tables alone, one for each line
 * of them. What a document tells of connecting, refusing and failing is in the other files of this folder.
 */
const FLOWS = { agent: 4, flowork: 24, nodetool: 12, panel: 3, terminal: 7 };

describe.each(byProtocol(await shippedContracts()))("%s", async (protocol, contract) => {
  const cast = await castOf(contract);
  const reader = createFrameReader(contract);
  const flows = flowsOf(contract);
  const all = protocol === "nodetool" ? [...flows, ...flows.map(inText)] : flows;

  test("every flow of the document is here", () => {
    expect({ [protocol]: flows.length }).toEqual({ [protocol]: FLOWS[protocol as keyof typeof FLOWS] });
  });

  test.each(rows(all))("%s runs over a real socket between the generated stubs", { timeout: 15_000 }, async (_, flow) => {
    const { script, seen, heard, outcomes, handled, answers, errors, unknown } = await play(cast, flow);

    const frames = seen.map(({ from, frame }, index) => {
      const { message = "" } = script[index] ?? {};
      return { from, frame: markedSeen(protocol, message, frame) };
    });
    expect(frames).toEqual(script.map(({ from, message, frame }) => ({ from, frame: marked(protocol, message, frame) })));
    expect(seen.map(({ encoding }) => encoding)).toEqual(encodingsOf(cast, script));

    const monitor = createMonitor(contract, { reader });
    const verdicts = seen.map(({ from, frame, encoding }) =>
      monitor.hear({ from, frame, encoding: encoding === "event" ? undefined : encoding }),
    );
    expect([...verdicts, ...monitor.end()].filter(({ ok }) => !ok)).toEqual([]);

    // At the ends: what was on the wire, and nothing else.
    const real = script.map((step, index) => ({ ...step, frame: seen[index]?.frame }));
    expect(heard).toEqual(expectedHeard(cast, real));
    expect(outcomes).toEqual(expectedOutcomes(cast, real));
    expect(handled).toEqual(expectedCalls(cast, real));
    expect(answers).toEqual(expectedAnswers(cast, real));
    expect(unknown).toEqual([]);
    expect(errors.map(String)).toEqual(script.some(({ by }) => by === "refusal") ? ["Error: eip191: signature"] : []);
  });
});

function rows(flows: readonly Flow[]): [string, Flow][] {
  return flows.map((flow) => [`${flow.name} (${flow.source})`, flow]);
}
