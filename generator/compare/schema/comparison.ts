import { isObject, type Json, type JsonObject } from "../../json.ts";
import { SchemaReaders } from "../../monitor/schemaReader.ts";
import { type Budget, Meter, Undecided } from "./budget.ts";
import { Canonical } from "./canonical.ts";
import { Described } from "./described.ts";
import type { Encoding, Inclusion, Sends } from "./inclusion.ts";
import { Judge } from "./judge.ts";
import type { Literal } from "./literal.ts";
import type { Outcome } from "./outcome.ts";
import { Patterns } from "./patterns.ts";
import { Prover } from "./prover.ts";
import { seek } from "./seek.ts";
import { type Reading, readSchema, type Side, sideOf } from "./side.ts";
import { confirm } from "./witness.ts";

type Read = Extract<Reading, { kind: "read" }>;

/** Two documents, and what was found of their schemas so far. */
export class Comparison {
  readonly #sender: Side;
  readonly #reader: Side;
  readonly #budget: Budget;
  readonly #sends: Sends;
  readonly #encoding: Encoding;
  readonly #canonical: Canonical;
  readonly #patterns = new Patterns();
  readonly #known = new Map<string, Outcome>();
  readonly #readings: Readonly<Record<Side["name"], WeakMap<JsonObject, Reading>>> = {
    sender: new WeakMap(),
    reader: new WeakMap(),
  };
  readonly #senders: SchemaReaders;
  readonly #readers: SchemaReaders;

  constructor(sender: JsonObject, reader: JsonObject, budget: Budget, sends: Sends, encoding: Encoding) {
    this.#sender = sideOf("sender", sender);
    this.#reader = sideOf("reader", reader);
    this.#budget = budget;
    this.#sends = sends;
    this.#encoding = encoding;
    this.#canonical = new Canonical(this.#sender, this.#reader);
    this.#senders = new SchemaReaders(sender, encoding);
    this.#readers = new SchemaReaders(reader, encoding);
  }

  /** Whether every value that the one may send passes the other. */
  include(sent: Json, read: Json): Inclusion {
    return this.#ask(sent, read, (sender, reader) => this.#compare(sender, reader));
  }

  /** The same, but a value that tells otherwise is not confirmed, and no validator is compiled for it. */
  suppose(sent: Json, read: Json): Inclusion["kind"] {
    let isFound = false;
    const answer = this.#ask(sent, read, (sender, reader) => {
      const outcome = this.#search(...this.#literals(sender, reader));
      isFound = outcome.kind === "value";
      return outcome.kind === "empty" ? { kind: "included" } : unknown("not proved");
    });
    return isFound ? "witness" : answer.kind;
  }

  #ask(sent: Json, read: Json, answer: (sender: Read, reader: Read) => Inclusion): Inclusion {
    try {
      const sender = this.#read(this.#sender, sent);
      const reader = this.#read(this.#reader, read);
      if (sender.kind === "problem") return unknown(sender.problem);
      return reader.kind === "problem" ? unknown(reader.problem) : answer(sender, reader);
    } catch (error) {
      if (error instanceof RangeError) return unknown("the schemas are nested too deeply to compare");
      throw error;
    }
  }

  /** A schema is read once, however often it is asked about. */
  #read(side: Side, schema: Json): Reading {
    const known = isObject(schema) ? this.#readings[side.name].get(schema) : undefined;
    const reading = known ?? readSchema(side, schema, this.#budget.size);
    if (isObject(schema)) this.#readings[side.name].set(schema, reading);
    return reading;
  }

  #compare(sender: Read, reader: Read): Inclusion {
    const outcome = this.#search(...this.#literals(sender, reader));
    if (outcome.kind === "empty") return { kind: "included" };
    if (outcome.kind === "unknown") return outcome;
    const [from, to] = [
      this.#senders.of(sender.root, this.#named(this.#sender, sender)),
      this.#readers.of(reader.root, this.#named(this.#reader, reader)),
    ];
    const isSent = (value: Json) => (this.#sends === "described" ? from.check : from.read)(value).length === 0;
    return confirm(outcome.value, isSent, to.read) ?? unknown("the validators do not confirm the value that was found");
  }

  #literals(sender: Read, reader: Read): [sent: Literal, refused: Literal] {
    return [
      { holds: true, schema: sender.root, side: this.#sender },
      { holds: false, schema: reader.root, side: this.#reader },
    ];
  }

  #search(sent: Literal, refused: Literal): Outcome {
    const outcome = decide(() => this.#proverWith(this.#budget).find([sent, refused], [sent.schema]));
    if (outcome.kind !== "unknown") return outcome;
    return seek(sent, refused, this.#budget, (part) => this.#proverWith(part)) ?? outcome;
  }

  #proverWith(budget: Budget): Prover {
    const [meter, patterns, canonical] = [new Meter(budget), this.#patterns, this.#canonical];
    const judge = new Judge(meter, patterns, this.#encoding);
    const described = this.#sends === "described" ? new Described(this.#sender, judge, patterns, canonical) : undefined;
    return new Prover({ budget, meter, judge, patterns, canonical, described, encoding: this.#encoding }, this.#known);
  }

  #named(side: Side, { references }: Read): ReadonlyMap<string, Json> {
    return new Map(references.map((reference) => [reference, side.definitions.get(reference)?.schema ?? true]));
  }
}

function decide(ask: () => Outcome): Outcome {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Undecided) return { kind: "unknown", reason: error.message, path: "" };
    throw error;
  }
}

function unknown(reason: string): Inclusion {
  return { kind: "unknown", reason, path: "" };
}
