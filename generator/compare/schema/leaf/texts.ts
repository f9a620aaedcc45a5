import { formats } from "@wirepact/runtime";
import { codePointLength } from "@wirepact/runtime/codegen-v1";
import { patternTexts } from "../../../model/pattern/patternTexts.ts";
import type { Meter } from "../budget.ts";
import type { TextFact } from "../claim.ts";
import type { Facts } from "../facts.ts";
import { FORMAT_FACTS, FORMAT_PATTERNS } from "../formatFacts.ts";
import type { Encoding } from "../inclusion.ts";
import { isBase64 } from "../judge.ts";
import { type Found, findText as walkPatterns } from "../language/findText.ts";
import { EMPTY, found, type Outcome, unknown } from "../outcome.ts";
import type { Patterns } from "../patterns.ts";

/** What the search for a text works with. */
export interface TextTools {
  readonly patterns: Patterns;
  readonly meter: Meter;
  readonly encoding: Encoding;
}

/** How long the text must be, in code points. */
interface Length {
  readonly from: number;
  readonly to: number;
}

/** Finds a text that is as the facts say. */
export function findText(
  { texts: facts, except }: Pick<Facts, "texts" | "except">,
  { patterns, meter, encoding }: TextTools,
): Outcome {
  const length = lengthOf(facts);
  if (length.from > length.to || contradict(facts)) return EMPTY;
  if (encoding === "msgpack") {
    // There bytes are bytes, and no text is base64.
    if (facts.some((fact) => fact.kind === "base64" && fact.holds)) return EMPTY;
    return findText({ texts: facts.filter(({ kind }) => kind !== "base64"), except }, { patterns, meter, encoding: "json" });
  }
  if (length.from > LONGEST) return unknown("texts of that length are not tried");
  const isSo = (text: string) => !except.includes(text) && facts.every((fact) => keeps(fact, text, patterns));
  if (length.to === 0) return isSo("") ? found("") : EMPTY;
  const walked = findInPatterns(facts, length, except, isSo, meter);
  if (walked !== undefined && walked.text === undefined) return EMPTY;
  for (const text of candidates(facts, length, except.length, walked?.text)) {
    meter.spend();
    if (isSo(text)) return found(text);
  }
  return unknown("no text was found");
}

const LONGEST = 10_000;

/** Texts that patterns leave and other facts refuse are left out one by one, as long as there are few. */
const FEW_REFUSED = 8;

/** What the patterns leave, those of formats among them: nothing is a proof, a text is one to try. */
function findInPatterns(
  facts: readonly TextFact[],
  length: Length,
  except: Facts["except"],
  isSo: (text: string) => boolean,
  meter: Meter,
): Found {
  const patterns = facts.flatMap(patternOf);
  if (patterns.length === 0) return undefined;
  const refused = except.filter((value) => typeof value === "string");
  let walked = walkPatterns({ patterns, except: refused, ...length }, meter);
  for (let count = 0; count < FEW_REFUSED && walked?.text !== undefined && !isSo(walked.text); count++) {
    refused.push(walked.text);
    walked = walkPatterns({ patterns, except: refused, ...length }, meter);
  }
  return walked;
}

const BASE64 = "^(?:[A-Za-z0-9+\\/]{4})*(?:[A-Za-z0-9+\\/]{2}==|[A-Za-z0-9+\\/]{3}=)?$";

/** A fact as a pattern that every text which keeps it keeps. */
function patternOf(fact: TextFact): { readonly pattern: string; readonly holds: boolean }[] {
  if (fact.kind === "length") return [];
  if (fact.kind === "pattern") return [fact];
  if (fact.kind === "base64") return [{ pattern: BASE64, holds: fact.holds }];
  const known = FORMAT_PATTERNS.get(fact.format);
  return known !== undefined && (fact.holds || known.isExact) ? [{ pattern: known.pattern, holds: fact.holds }] : [];
}

function lengthOf(facts: readonly TextFact[]): Length {
  const lengths = facts.flatMap((fact): readonly Length[] => {
    if (fact.kind === "length") return [fact];
    const known = fact.kind === "format" && fact.holds ? FORMAT_FACTS.get(fact.format) : undefined;
    return known === undefined ? [] : [known];
  });
  return { from: Math.max(0, ...lengths.map(({ from }) => from)), to: Math.min(Infinity, ...lengths.map(({ to }) => to)) };
}

/** Whether one fact is the opposite of another, or of what another implies. */
function contradict(facts: readonly TextFact[]): boolean {
  const kept = new Set(facts.flatMap((fact) => ("holds" in fact && fact.holds ? [nameOf(fact), ...impliedBy(fact)] : [])));
  return facts.some((fact) => "holds" in fact && !fact.holds && kept.has(nameOf(fact)));
}

type Test = Exclude<TextFact, { kind: "length" }>;

function nameOf(fact: Test): string {
  return fact.kind === "pattern" ? `pattern ${fact.pattern}` : fact.kind === "format" ? `format ${fact.format}` : fact.kind;
}

function impliedBy(fact: Test): string[] {
  if (fact.kind !== "format") return [];
  return (FORMAT_FACTS.get(fact.format)?.implies ?? []).map((format) => `format ${format}`);
}

function keeps(fact: TextFact, text: string, patterns: Patterns): boolean {
  switch (fact.kind) {
    case "length": {
      const length = codePointLength(text);
      return length >= fact.from && length <= fact.to;
    }
    case "pattern":
      return patterns.matches(fact.pattern, text) === fact.holds;
    case "format":
      return hasFormat(fact.format, text) === fact.holds;
    case "base64":
      return isBase64(text) === fact.holds;
  }
}

function hasFormat(name: string, text: string): boolean {
  const test = Object.hasOwn(formats, name) ? formats[name as keyof typeof formats] : undefined;
  return typeof test !== "function" || test(text);
}

function* candidates(facts: readonly TextFact[], length: Length, count: number, walked: string | undefined): Generator<string> {
  yield* PLAIN;
  if (walked !== undefined) yield walked;
  yield* ODD;
  for (const fact of facts) yield* samplesOf(fact, length);
  const lengths = lengthsBetween(length);
  for (const fact of facts) for (const text of samplesOf(fact, length)) for (const to of lengths) yield* stretched(text, to);
  for (const to of lengths) for (const letter of ["a", "0", "!", "é"]) yield letter.repeat(to);
  // Each is another, so that not all of them can be among those that are left out.
  for (let index = 0; index <= count; index++) yield String(index).padStart(Math.max(length.from, Math.min(length.to, 3)), "x");
}

/** Texts that are plain to read, before all others. */
const PLAIN = ["text", "a", "", "1"];

/** Texts that few rules let pass. */
const ODD = ["T", " ", "~", "\n", "a b", "-1", "=", "====", "YWI=", "/", "é", "😀", "true", "null", "zzzzzzzz"];

function samplesOf(fact: TextFact, { from, to }: Length): readonly string[] {
  if (fact.kind === "pattern") return patternTexts(fact.pattern, [from, to]);
  return fact.kind === "format" ? (FORMAT_FACTS.get(fact.format)?.samples ?? []) : [];
}

function lengthsBetween({ from, to }: Length): number[] {
  return [
    ...new Set(
      [from, from + 1, from + 2, from + 3, to, 4, 8].filter((length) => length >= from && length <= to && length <= LONGEST),
    ),
  ];
}

/** A text made longer or shorter, in ways of which patterns may let one pass. */
function stretched(text: string, to: number): string[] {
  const missing = to - codePointLength(text);
  if (missing < 0) return [[...text].slice(0, to).join("")];
  const [first = "a"] = text;
  const last = [...text].at(-1) ?? "a";
  return [text + last.repeat(missing), first.repeat(missing) + text, `${text}${"!".repeat(missing)}`, "!".repeat(missing) + text];
}
