import type { Issue } from "@wirepact/runtime";
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
import { seek } from "./seek.ts";
import { shrink } from "./shrink.ts";
import { readSide, type Side } from "./side.ts";

/** Whether every value that a sender may send passes a reader: proved, disproved by a value, or left open. */
export function include(sender: Schema, reader: Schema, budget: Budget = BUDGET, sends: Sends = "described"): Inclusion {
  try {
    const sides = [readSide("sender", sender, budget.size), readSide("reader", reader, budget.size)] as const;
    const problem = sides.find((side) => side.problem !== undefined)?.problem;
    return problem === undefined ? compare(...sides, budget, sends) : unknown(problem);
  } catch (error) {
    if (error instanceof RangeError) return unknown("the schemas are nested too deeply to compare");
    throw error;
  }
}

function compare(sender: Side, reader: Side, budget: Budget, sends: Sends): Inclusion {
  const canonical = new Canonical(sender, reader);
  const proverWith = (part: Budget) => createProver(sender, part, sends, canonical);
  const sent = { holds: true, schema: sender.root, side: sender };
  const refused = { holds: false, schema: reader.root, side: reader };
  const outcome = decide(() => proverWith(budget).find([sent, refused], [sender.root]));
  const sought = outcome.kind === "unknown" ? seek(sent, refused, budget, proverWith) : undefined;
  return conclude(sought ?? outcome, sender, reader, sends);
}

function createProver(sender: Side, budget: Budget, sends: Sends, canonical: Canonical): Prover {
  const [meter, patterns] = [new Meter(budget), new Patterns()];
  const judge = new Judge(meter, patterns);
  const described = sends === "described" ? new Described(sender, judge, patterns, canonical) : undefined;
  return new Prover({ budget, meter, judge, patterns, canonical, described });
}

function decide(ask: () => Outcome): Outcome {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Undecided) return { kind: "unknown", reason: error.message, path: "" };
    throw error;
  }
}

function conclude(outcome: Outcome, sender: Side, reader: Side, sends: Sends): Inclusion {
  if (outcome.kind === "empty") return { kind: "included" };
  if (outcome.kind === "unknown") return outcome;
  return witness(outcome.value, createSchemaReader(sender), createSchemaReader(reader), sends);
}

/** A value is a witness where the validators say so, whatever the search believes. */
function witness(value: Json, sender: SchemaReader, reader: SchemaReader, sends: Sends): Inclusion {
  const isSent = (one: Json) => (sends === "described" ? sender.check : sender.read)(one).length === 0;
  const [issue] = reader.read(value);
  if (issue === undefined || !isSent(value)) return unknown("the validators do not confirm the value that was found");
  const isStill = (smaller: Json) => isSent(smaller) && isSame(issue, reader.read(smaller)[0]);
  const smallest = shrink(value, isStill);
  return { kind: "witness", value: smallest, path: issue.path, issue };
}

/** Whether it is the same rule that is broken in the same place. */
function isSame(issue: Issue, other: Issue | undefined): boolean {
  return other !== undefined && issue.path === other.path && issue.code === other.code && issue.text === other.text;
}

function unknown(reason: string): Inclusion {
  return { kind: "unknown", reason, path: "" };
}
