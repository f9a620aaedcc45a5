import type { SessionFixture } from "../../generator/fixtures/fixture.ts";
import type { Contract } from "../../generator/model/contract.ts";
import type { FrameReader } from "../../generator/monitor/frameReader.ts";
import { createMonitor } from "../../generator/monitor/sessionMonitor.ts";
import { answeredSteps } from "../../generator/session/answeredSteps.ts";
import { firstBreach } from "../../generator/session/firstBreach.ts";

/** What does not hold of a session when our monitor hears it, in words; nothing where all does. */
export function brokenInSession({ id, steps, verdict }: SessionFixture, contract: Contract, reader: FrameReader): string[] {
  const others = steps.flatMap(({ from, message, frame, encoding }, step) => {
    const read = reader[from](frame, encoding);
    return read.ok && read.message === message ? [] : [`${id}: frame ${step} is no ${message}`];
  });
  const answered = verdict.ok ? answeredSteps(contract, steps) : [];
  const confused = answered.flatMap((one, step) => {
    const { answers, fails = false } = steps[step] ?? {};
    return one?.request === answers && (one?.fails ?? false) === fails
      ? []
      : [`${id}: frame ${step} answers ${JSON.stringify(one)}`];
  });
  const breach = firstBreach(createMonitor(contract, { reader }), steps);
  const got = (breach?.violations ?? []).map(({ rule, at }) => `${rule} ${at.pointer}`);
  const holds = verdict.ok
    ? breach === undefined
    : breach?.step === verdict.step && got.includes(`${verdict.rule} ${verdict.pointer}`);
  return holds
    ? [...others, ...confused]
    : [...others, ...confused, `${id}: wanted ${JSON.stringify(verdict)}, got ${got.join(", ") || "nothing"} at ${breach?.step}`];
}
