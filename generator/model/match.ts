import type { Variants } from "@wirepact/runtime";
import { type Direction, escapeStep, type Match, pointerSteps } from "@wirepact/runtime";
import { type Findings, quote } from "../diagnostics.ts";
import { get, getList, getString, type Json, type JsonObject } from "../json.ts";
import { constantAt, requiredOf, schemaAt } from "./frame.ts";
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
    const value = constantAt(document, frame, pointerSteps(pointer));
    if (value === undefined) continue;
    return { kind: get(extension, "lifecycle") === true ? "lifecycle" : "constant", pointer, value };
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
  if (values.some((value) => value === undefined)) return null;
  return { pointer: `${body}/${escapeStep(property)}`, values: values.filter((value) => value !== undefined) };
}

/** A message as far as ambiguity needs it. */
interface Matched {
  readonly name: string;
  readonly from: readonly Direction[];
  readonly match: Match;
  readonly pointer: string;
}

/** Finds messages of one side that readers could not tell apart. */
export function checkMatches(
  messages: readonly Matched[],
  discriminators: Readonly<Record<Direction, readonly string[]>>,
  findings: Findings,
): void {
  for (const direction of ["client", "server"] as const) {
    const seen = new Map<string, Matched>();
    for (const message of messages.filter(({ from }) => from.includes(direction))) {
      const key = JSON.stringify(
        message.match.kind === "shape" ? [...message.match.required].sort() : [message.match.pointer, message.match.value],
      );
      const twin = seen.get(key);
      if (twin !== undefined)
        findings.error(message.pointer, "ambiguous-messages", describeTwins(message, twin, direction, discriminators[direction]));
      seen.set(key, twin ?? message);
    }
  }
}

/** Finds shapes that no frame could ever have: they require what readers take for a discriminator. */
export function checkShapes(
  messages: readonly Matched[],
  discriminators: Readonly<Record<Direction, readonly string[]>>,
  findings: Findings,
): void {
  for (const { name, match, from, pointer } of messages) {
    if (match.kind !== "shape") continue;
    const places = new Set(from.flatMap((direction) => discriminators[direction]));
    const blocking = match.required.find((key) => places.has(`/${escapeStep(key)}`));
    if (blocking === undefined) continue;
    const text = `no frame is read as ${quote(name)}: it requires ${quote(blocking)}, where readers look for a constant, and has none there; give it one, or a message for each value`;
    findings.error(pointer, "unreadable-message", text);
  }
}

function describeTwins({ name, match }: Matched, twin: Matched, direction: Direction, discriminators: readonly string[]): string {
  const pair = `dispatch cannot tell ${quote(name)} from ${quote(twin.name)}, both sent by the ${direction}`;
  if (match.kind !== "shape")
    return `${pair}: both have ${quote(match.value)} at ${match.pointer}; give one of them another value`;
  const required =
    match.required.length === 0 ? "neither requires a property" : `both require just ${match.required.map(quote).join(", ")}`;
  const where =
    discriminators.length > 0 ? `a constant at ${discriminators.join(" or ")}` : "a constant at one place, such as /type,";
  return `${pair}: ${required}; give each ${where} or a required property of its own`;
}
