import { deriveFixtures } from "../fixtures/deriveFixtures.ts";
import type { Fixture, FixtureSet } from "../fixtures/fixture.ts";
import type { Contract } from "../model/contract.ts";
import type { EmittedFile } from "./file.ts";

/** Emits `fixtures/*.json`: a file for each message, one for what is no frame, one for the example flows, one for the rules of sessions, and one for byte layouts. */
export function emitFixtures(contract: Contract): EmittedFile[] {
  const { messages, wire, flows, sessions, layouts } = deriveFixtures(contract);
  // Identifiers have no hyphen, so no message's file is taken for one of these, whatever the case.
  const files = [
    ...[...messages],
    ["wire-errors", wire] as const,
    ["session-flows", flows] as const,
    ["session-rules", sessions] as const,
    ["byte-layouts", layouts] as const,
  ];
  return files
    .filter(([, { fixtures, gaps }]) => fixtures.length + gaps.length > 0)
    .map(([name, set]) => ({ path: `fixtures/${name}.json`, text: printSet(contract.protocol, set) }));
}

/** One line a fixture, so that a diff shows which were added, lost and changed; a line a step in a flow. */
function printSet(protocol: string, { fixtures, gaps }: FixtureSet): string {
  const head = `{\n"protocol": ${JSON.stringify(protocol)},\n"fixtures": ${lines(fixtures.map(printFixture))}`;
  return `${head}${gaps.length === 0 ? "" : `,\n"gaps": ${lines(gaps.map((gap) => JSON.stringify(gap)))}`}\n}\n`;
}

function printFixture(fixture: Fixture): string {
  if (fixture.kind !== "scenario" && fixture.kind !== "session") return JSON.stringify(fixture);
  const { steps, ...rest } = fixture;
  return `${JSON.stringify(rest).slice(0, -1)},"steps":${lines(steps.map((step) => JSON.stringify(step)))}}`;
}

function lines(entries: readonly string[]): string {
  return entries.length === 0 ? "[]" : `[\n${entries.join(",\n")}\n]`;
}
