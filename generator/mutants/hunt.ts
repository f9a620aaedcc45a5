import { Findings } from "../diagnostics.ts";
import { type ContractFixtures, deriveFixtures } from "../fixtures/deriveFixtures.ts";
import { buildContract } from "../model/buildContract.ts";
import type { Contract } from "../model/contract.ts";
import { compareWhole } from "./equivalence.ts";
import { Jury } from "./jury.ts";
import { mutantsOf } from "./makeMutants.ts";
import type { Mutant } from "./mutant.ts";
import type { Judged, Outcome } from "./outcome.ts";
import { Touched } from "./touched.ts";

/** Makes every mutant of a contract and looks for a fixture that tells it; one after the other, so that progress can be shown. */
export function* hunt(contract: Contract, fixtures: ContractFixtures = deriveFixtures(contract)): Generator<Judged> {
  const jury = new Jury(contract, fixtures);
  const wrong = jury.kill(contract, "");
  if (wrong !== undefined) throw new TypeError(`the fixture ${wrong} does not hold of its own contract`);
  const touched = new Touched(contract);
  for (const { document, ...mutant } of mutantsOf(contract))
    yield { ...mutant, outcome: judge(contract, { document, ...mutant }, jury, touched) };
}

function judge(contract: Contract, { document, pointer }: Mutant, jury: Jury, touched: Touched): Outcome {
  const findings = new Findings();
  const changed = buildContract(document, contract.protocol, findings);
  if (changed === undefined)
    return { kind: "stillborn", reason: findings.all.find(({ severity }) => severity === "error")?.text ?? "" };
  const by = jury.kill(changed, pointer);
  return by === undefined ? compareWhole(contract, changed, touched.by(pointer)) : { kind: "killed", by };
}
