import type { Json } from "../../json.ts";
import { createSchemaReader, type SchemaReader } from "../../monitor/schemaReader.ts";
import { BUDGET, type Budget, Meter, Undecided } from "./budget.ts";
import { Canonical } from "./canonical.ts";
import { Described } from "./described.ts";
import type { Inclusion, Schema, Sends } from "./inclusion.ts";
import { Judge } from "./judge.ts";
import type { Outcome } from "./outcome.ts";
import { Patterns } from "./patterns.ts";
import { Prover } from "./prover.ts";
import { readSide, type Side } from "./side.ts";

/** Whether every value that a sender may send passes a reader: proved, disproved by a value, or left open. */
export function include(sender: Schema, reader: Schema, budget: Budget = BUDGET, sends: Sends = "described"): Inclusion {
  try {
    const sides = [readSide("sender", sender, budget.size), readSide("reader", reader, budget.size)] as const;
    const problem = sides.find((side) => side.problem !== undefined)?.problem;
    return problem === undefined ? compare(...sides, budget, sends) : unknown(problem);
  } catch (error) {
    if (error instanceof Undecided) return unknown(error.message);
    if (error instanceof RangeError) return unknown("the schemas are nested too deeply to compare");
    throw error;
  }
}

function compare(sender: Side, reader: Side, budget: Budget, sends: Sends): Inclusion {
  const [meter, patterns] = [new Meter(budget), new Patterns()];
  const judge = new Judge(meter, patterns);
  const canonical = new Canonical(sender, reader);
  const described = sends === "described" ? new Described(sender, judge, patterns, canonical) : undefined;
  const prover = new Prover({ budget, meter, judge, patterns, canonical, described });
  const sent = { holds: true, schema: sender.root, side: sender };
  const outcome = prover.find([sent, { holds: false, schema: reader.root, side: reader }], [sender.root]);
  return conclude(outcome, sender, reader, sends);
}

function conclude(outcome: Outcome, sender: Side, reader: Side, sends: Sends): Inclusion {
  if (outcome.kind === "empty") return { kind: "included" };
  if (outcome.kind === "unknown") return outcome;
  return witness(outcome.value, createSchemaReader(sender), createSchemaReader(reader), sends);
}

/** A value is a witness where the validators say so, whatever the search believes. */
function witness(value: Json, sender: SchemaReader, reader: SchemaReader, sends: Sends): Inclusion {
  const accepted = (sends === "described" ? sender.check : sender.read)(value).length === 0;
  const [issue] = reader.read(value);
  if (!accepted || issue === undefined) return unknown("the validators do not confirm the value that was found");
  return { kind: "witness", value, path: issue.path, issue };
}

function unknown(reason: string): Inclusion {
  return { kind: "unknown", reason, path: "" };
}
