import { deriveFixtures } from "../../fixtures/deriveFixtures.ts";
import type { Contract } from "../../model/contract.ts";
import type { Suite } from "../suite.ts";
import { CodecCases } from "./codecCases.ts";
import { Interview } from "./interview.ts";

/** All that a codec is held against: each fixture of its contract, and that it starts and ends. */
export function codecSuite(contract: Contract, command: readonly string[]): Suite {
  const interview = new Interview(contract.protocol, command);
  const { messages, wire, flows, sessions } = deriveFixtures(contract);
  const fixtures = [...messages.values(), wire, flows, sessions].flatMap((set) => set.fixtures);
  const cases = new CodecCases(contract, interview);
  return {
    cases: [cases.start(), ...fixtures.flatMap((fixture) => cases.of(fixture)), cases.stop()],
    notes: () => notesOn(interview),
    close: async () => interview.close(),
  };
}

function notesOn({ capabilities }: Interview): string[] {
  if (capabilities === undefined) return [];
  const { implementation, does } = capabilities;
  const places =
    does.has("errors") || !does.has("validate") ? [] : ["it does not tell errors: where frames are wrong was not compared"];
  return [`${implementation} does ${[...does].join(", ").slice(0, 200) || "nothing"}`, ...places];
}
