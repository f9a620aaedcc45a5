import { deriveFixtures } from "../../fixtures/deriveFixtures.ts";
import type { ScenarioFixture } from "../../fixtures/fixture.ts";
import { withUnknown } from "../../fixtures/unknownProperties.ts";
import type { ConformCase } from "../conformCase.ts";
import type { Verdict } from "../verdict.ts";
import { exampleOf } from "../wire/exampleOf.ts";
import type { ClientStage, PlannedFlow } from "./clientStage.ts";
import { type PlannedStep, planFlow } from "./flowPlan.ts";
import { playClient } from "./playClient.ts";
import { witnessOf } from "./witness.ts";

/** A case before it is one: its name behind `client/<protocol>/`, what it asks for, and what is played. */
type Variant = readonly [what: string, title: string, flow: PlannedFlow];

/** Everything that a client is held against: the flows of the contract, and one of them with what clients have to live with. */
export function clientCases(stage: ClientStage): ConformCase[] {
  const flows = deriveFixtures(stage.contract).flows.fixtures.filter((fixture) => fixture.kind === "scenario");
  const attendance = new Attendance();
  const make = (what: string, title: string, flow: PlannedFlow): ConformCase => ({
    id: `client/${stage.contract.protocol}/${what}`,
    title,
    run: (signal) => attendance.mind(signal, () => playClient(stage, flow, signal)),
  });
  const [first = anything(stage), ...others] = flows.map(
    (flow): Variant => [`flow/${nameOf(flow)}`, flow.reason, planned(stage, flow)],
  );
  const telling = [first, ...others].find(([, , flow]) => witnessOf(flow.steps) !== undefined) ?? first;
  const cases = [first, ...others, ...variants(stage, telling[2]), ...heartbeat(stage, first[2])];
  return cases.map(([what, title, flow]) => make(what, title, flow));
}

/** What there is to play where a contract has no flows: each message of the client is answered as the contract asks for. */
function anything({ contract }: ClientStage): Variant {
  const { opening } = contract.session;
  const frame = opening === null ? undefined : exampleOf(contract, opening, "minimal");
  const steps = opening === null || frame === undefined ? [] : [{ from: "server", message: opening, frame } as const];
  return ["anything", "says what it likes, as long as it is legal", { scenario: "anything", steps, at: { pointer: "" } }];
}

function nameOf({ id }: ScenarioFixture): string {
  return id.slice(id.indexOf("/flow/") + "/flow/".length);
}

function planned(stage: ClientStage, flow: ScenarioFixture): PlannedFlow {
  const index = stage.contract.session.scenarios.findIndex(({ name }) => name === nameOf(flow));
  const { source } = stage.contract.session.scenarios[index] ?? {};
  const at = { pointer: `/x-wirepact/scenarios/${index}`, ...(source === undefined ? {} : { source }) };
  return { scenario: nameOf(flow), steps: planFlow(stage.contract, stage.reader, flow.steps), at };
}

/** What a client has to live with: whoever plays a flow, plays it nevertheless. One that waits for nothing shows nothing of that. */
function variants(stage: ClientStage, flow: PlannedFlow): Variant[] {
  const name = flow.scenario;
  const [steps, witness] = [strangeSteps(stage, flow), witnessOf(flow.steps)];
  const strange = { ...flow, steps, witness: (witness && steps[flow.steps.indexOf(witness)]) ?? null };
  const stranger = unknownMessage(stage);
  const properties = `plays ${name} where frames have properties that it does not know`;
  const message = `plays ${name} where a message comes that it does not know`;
  return [
    ["tolerates/unknown-properties", properties, strange],
    ...(stranger === undefined ? [] : [["tolerates/unknown-message", message, withStranger(stage, flow, stranger)] as const]),
  ];
}

/** A ping of the server in the midst of a flow, where servers send any. */
function heartbeat(stage: ClientStage, flow: PlannedFlow): Variant[] {
  const ping = pingOf(stage);
  return ping === undefined
    ? []
    : [["heartbeat", `answers a ping while it plays ${flow.scenario}`, inserted(flow, behindOpening(stage, flow), ping)]];
}

/** The answers stay those of the steps that they are to. */
function strangeSteps({ reader }: ClientStage, { steps }: PlannedFlow): PlannedStep[] {
  return steps.map((step) => {
    if (step.from === "client") return step;
    const read = (frame: unknown) => {
      const result = reader.server(frame);
      return result.ok && result.message === step.message;
    };
    return { ...step, frame: withUnknown(step.frame, read) ?? step.frame };
  });
}

/** The stranger comes ahead of what the client waits for: only who gets past it goes on. */
function withStranger(stage: ClientStage, flow: PlannedFlow, stranger: PlannedStep): PlannedFlow {
  const witness = witnessOf(flow.steps);
  const index = witness === undefined ? behindOpening(stage, flow) : flow.steps.indexOf(witness);
  return { ...inserted(flow, index, [stranger]), witness: witness ?? null };
}

function inserted(flow: PlannedFlow, index: number, steps: readonly PlannedStep[]): PlannedFlow {
  return { ...flow, steps: flow.steps.toSpliced(index, 0, ...steps) };
}

function behindOpening({ contract }: ClientStage, { steps }: PlannedFlow): number {
  return steps[0]?.message === contract.session.opening ? 1 : 0;
}

function unknownMessage({ contract }: ClientStage): PlannedStep | undefined {
  const [pointer] = contract.discriminators.server;
  const id = `${contract.protocol}/wire/server/text${pointer}`;
  const fixture = deriveFixtures(contract).wire.fixtures.find((one) => one.id === id);
  return fixture?.kind === "frame" ? { from: "server", message: null, frame: fixture.frame } : undefined;
}

/** A ping of the server, and what the client answers; undefined where servers send none. */
function pingOf({ contract }: ClientStage): readonly PlannedStep[] | undefined {
  const { heartbeat } = contract.session;
  if (heartbeat?.from.includes("server") !== true) return undefined;
  const [ping, pong] = [heartbeat.ping, heartbeat.pong].map((name) => exampleOf(contract, name, "minimal"));
  if (ping === undefined || pong === undefined) return undefined;
  return [
    { from: "server", message: heartbeat.ping, frame: ping },
    { from: "client", message: heartbeat.pong, frame: pong },
  ];
}

/** A program that never connects costs the time of a case each time. */
const MOST_ABSENCES = 3;

/** Counts how often in a row a program neither connected nor ended. */
class Attendance {
  #absences = 0;

  async mind(signal: AbortSignal, run: () => Promise<Verdict>): Promise<Verdict> {
    if (this.#absences >= MOST_ABSENCES) {
      const text = `it is not started any more, since it did nothing ${MOST_ABSENCES} times in a row until its time was over`;
      return { kind: "harness-error", text };
    }
    const verdict = await run();
    const isAbsent = signal.aborted && verdict.kind === "fail" && verdict.rule === "client-connection";
    this.#absences = isAbsent ? this.#absences + 1 : 0;
    return verdict;
  }
}
