import { type Constant, type Direction, escapeStep, type Match, pointerSteps, type Variants } from "@wirepact/runtime";
import { type Findings, quote } from "../diagnostics.ts";
import { get, getList, getString, type Json, type JsonObject } from "../json.ts";
import { constantAt, constantsAt } from "./constants.ts";
import { requiredOf, schemaAt } from "./frame.ts";
import { follow } from "./references.ts";

/** How a frame is told to be this message. */
export function matchOf(
  document: JsonObject,
  frame: Json,
  discriminators: readonly string[],
  extension: Json | undefined,
): Match {
  const shape: Match = { kind: "shape", required: requiredOf(document, frame) };
  if (get(extension, "shape") === true) return shape;
  for (const pointer of discriminators) {
    const [value, ...others] = constantsAt(document, frame, pointerSteps(pointer));
    if (value === undefined) continue;
    const kind = get(extension, "lifecycle") === true ? "lifecycle" : "constant";
    return others.length === 0 ? { kind, pointer, value } : { kind, pointer, value, others };
  }
  return shape;
}

/** The second discriminator of a message whose body is a discriminated union. */
export function variantsOf(document: JsonObject, frame: Json, body: string): Variants | null {
  const schema = follow(document, schemaAt(document, frame, pointerSteps(body)) ?? {}, "")?.value;
  const property = getString(schema, "discriminator");
  const branches = getList(schema, "oneOf");
  if (property === undefined || branches.length === 0) return null;
  const values = branches.map((branch) => constantAt(document, branch, [property]));
  const names = values.filter((value) => typeof value === "string");
  return names.length === values.length ? { pointer: `${body}/${escapeStep(property)}`, values: names } : null;
}

/** A message as far as ambiguity needs it. */
interface Matched {
  readonly name: string;
  readonly from: readonly Direction[];
  readonly match: Match;
  readonly frame: Json;
  readonly pointer: string;
}

/** Finds messages of one side that readers could not tell apart. */
export function checkMatches(
  document: JsonObject,
  messages: readonly Matched[],
  discriminators: Readonly<Record<Direction, readonly string[]>>,
  findings: Findings,
): void {
  for (const direction of ["client", "server"] as const) {
    const seen = new Map<string, Matched>();
    for (const message of messages.filter(({ from }) => from.includes(direction))) {
      const shared = keysOf(message).find((key) => seen.has(key));
      const twin = seen.get(shared ?? "");
      if (twin !== undefined) {
        const pair = `dispatch cannot tell ${quote(message.name)} from ${quote(twin.name)}, both sent by the ${direction}`;
        const reason = describeListed(document, message, twin) ?? describeTwins(message, twin, discriminators[direction]);
        findings.error(message.pointer, "ambiguous-messages", `${pair}: ${reason}`);
      }
      for (const key of keysOf(message)) seen.set(key, seen.get(key) ?? message);
    }
  }
}

/** What readers find a message by, as texts: no two messages of one side may share one. */
function keysOf({ match }: Matched): string[] {
  if (match.kind === "shape") return [JSON.stringify([...match.required].sort())];
  return [match.value, ...(match.others ?? [])].map((value) => JSON.stringify([match.pointer, value]));
}

function describeTwins({ match }: Matched, twin: Matched, discriminators: readonly string[]): string {
  if (match.kind !== "shape")
    return `both have ${quote(sharedValue(match, twin.match))} at ${match.pointer}; give one of them another value`;
  const required =
    match.required.length === 0 ? "neither requires a property" : `both require just ${match.required.map(quote).join(", ")}`;
  const where =
    discriminators.length > 0 ? `a constant at ${discriminators.join(" or ")}` : "a constant at one place, such as /type,";
  return `${required}; give each ${where} or a required property of its own`;
}

/** Messages without a single constant may both list some values at one place, where nobody has said that readers look. */
function describeListed(document: JsonObject, { match, frame }: Matched, twin: Matched): string | undefined {
  for (const step of match.kind === "shape" ? match.required : []) {
    const [own, theirs] = [frame, twin.frame].map((one) => constantsAt(document, one, [step]));
    if (own === undefined || theirs === undefined || own.length === 0 || theirs.length === 0) continue;
    const place = `/${escapeStep(step)}`;
    const shared = own.find((value) => theirs.includes(value));
    if (shared !== undefined) return `both may have ${quote(shared)} at ${place}; give each values of its own there`;
    return `their values at ${place} differ, but readers do not look there; list ${quote(place)} under discriminators in the root's x-wirepact`;
  }
  return undefined;
}

function sharedValue(match: Exclude<Match, { kind: "shape" }>, twin: Match): Constant {
  const theirs = twin.kind === "shape" ? [] : [twin.value, ...(twin.others ?? [])];
  return [match.value, ...(match.others ?? [])].find((value) => theirs.includes(value)) ?? match.value;
}
