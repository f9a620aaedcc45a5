import { equal } from "@wirepact/runtime/codegen-v1";
import type { ContractFixtures } from "../fixtures/deriveFixtures.ts";
import type { Expected, Fixture, FrameFixture, LayoutFixture, ScenarioFixture, SessionFixture } from "../fixtures/fixture.ts";
import { Judge } from "../fixtures/judge.ts";
import { printedParts, readLayout } from "../fixtures/layouts/readLayout.ts";
import { Reader } from "../fixtures/reader.ts";
import type { Contract } from "../model/contract.ts";
import { answeredSteps } from "../session/answeredSteps.ts";
import { firstBreach } from "../session/firstBreach.ts";
import { followSession } from "../session/sessionMonitor.ts";
import { Touched } from "./touched.ts";

/** Finds fixtures of a contract that a changed contract judges otherwise than they say. */
export class Jury {
  readonly #fixtures: ContractFixtures;
  readonly #touched: Touched;

  constructor(contract: Contract, fixtures: ContractFixtures) {
    this.#fixtures = fixtures;
    this.#touched = new Touched(contract);
  }

  /** The first fixture, by its id, that tells a changed contract; those first that are about the place of the change. */
  kill(changed: Contract, pointer: string): string | undefined {
    const reader = new Reader(changed, new Judge(changed.document));
    for (const fixture of this.#likeliestFirst(pointer)) if (tells(fixture, changed, reader)) return fixture.id;
    return undefined;
  }

  *#likeliestFirst(pointer: string): Generator<Fixture> {
    const { messages, wire, flows, sessions, layouts } = this.#fixtures;
    const touched = new Set(this.#touched.by(pointer).map(({ identifier }) => identifier));
    const sets = [...messages];
    const [own, others] = [sets.filter(([name]) => touched.has(name)), sets.filter(([name]) => !touched.has(name))];
    for (const [, { fixtures }] of own) yield* fixtures;
    if (touched.size === 0) yield* [...flows.fixtures, ...sessions.fixtures, ...layouts.fixtures];
    for (const [, { fixtures }] of others) yield* fixtures;
    yield* wire.fixtures;
    if (touched.size > 0) yield* [...flows.fixtures, ...sessions.fixtures, ...layouts.fixtures];
  }
}

/** Whether a contract says of a fixture something else than it states. Who compares messages alone must see it: places and codes do not count. */
function tells(fixture: Fixture, contract: Contract, reader: Reader): boolean {
  switch (fixture.kind) {
    case "frame":
      return differs(reader.read(fixture.from, fixture.frame), fixture.verdict) || isRaisedOtherwise(fixture, contract);
    case "decode":
      if (fixture.frame === undefined) return false;
      return !speaks(contract, fixture.encoding) || differs(reader.read(fixture.from, fixture.frame), fixture.verdict);
    case "scenario":
      return !isLegal(fixture, contract, reader);
    case "session":
      return !isJudged(fixture, contract, reader);
    case "layout":
      return !isRead(fixture, contract);
  }
}

function differs(found: Expected | undefined, stated: Expected): boolean {
  return found !== undefined && (found.ok !== stated.ok || found.message !== stated.message);
}

/** Whether what is said to travel is raised by the transport, or the other way round. */
function isRaisedOtherwise({ verdict, raised }: FrameFixture, { messages }: Contract): boolean {
  const match = messages.find(({ name }) => name === verdict.message)?.match;
  return verdict.ok && match !== undefined && (match.kind === "lifecycle") !== (raised === true);
}

function speaks({ encodings }: Contract, encoding: "json" | "msgpack"): boolean {
  return encodings.text === encoding || encodings.binary === encoding;
}

function isLegal({ steps }: ScenarioFixture, contract: Contract, reader: Reader): boolean {
  const monitor = followSession(contract, reader.parsers);
  const verdicts = steps.map(({ from, frame }) => monitor.hear({ from, frame }));
  return verdicts.every(({ ok, message }, index) => ok && message === steps[index]?.message) && monitor.end().length === 0;
}

/** Whether bytes hold by the layout what their fixture says. */
function isRead({ codec, hex, parts, verdict }: LayoutFixture, { session }: Contract): boolean {
  const layout = session.codecs.find(({ name }) => name === codec);
  if (layout === undefined) return false;
  const reading = readLayout(layout, Buffer.from(hex, "hex"));
  return reading.ok ? verdict.ok && equal(printedParts(reading.parts), parts) : !verdict.ok && verdict.part === reading.part;
}

/** Whether the first that is wrong in a session is what its fixture says. */
function isJudged({ steps, verdict }: SessionFixture, contract: Contract, reader: Reader): boolean {
  const breach = firstBreach(followSession(contract, reader.parsers), steps);
  if (verdict.ok || breach === undefined) return verdict.ok && breach === undefined && areAnswered(steps, contract);
  return breach.step === verdict.step && breach.violations.some(({ rule }) => rule === verdict.rule);
}

/** Whether each step answers what its fixture says, and as that says. */
function areAnswered(steps: SessionFixture["steps"], contract: Contract): boolean {
  const answered = answeredSteps(contract, steps);
  return steps.every(({ answers, fails = false }, index) => {
    const found = answered[index];
    return found?.request === answers && (found?.fails ?? false) === fails;
  });
}
