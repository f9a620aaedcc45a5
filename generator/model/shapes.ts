import type { Direction, Match } from "@wirepact/runtime";
import { type Findings, quote } from "../diagnostics.ts";
import { get, getObject, getStrings, isObject, type Json, type JsonObject } from "../json.ts";
import { schemaAt } from "./frame.ts";
import { follow } from "./references.ts";

/** A message as far as its shape needs it. */
interface Shaped {
  readonly name: string;
  readonly from: readonly Direction[];
  readonly match: Match;
  readonly frame: Json;
  readonly pointer: string;
}

/** The undiscriminated messages by name, in the order in which the document declares that readers try them. */
export function declaredShapes(document: JsonObject): readonly string[] {
  return getStrings(get(document, "x-wirepact"), "shapes");
}

/**
 * Names of the undiscriminated messages in the order in which readers try them. One that requires all that another does,
 * and more, comes before it; of others those that are declared come first, then those that require more.
 */
export function orderShapes(messages: readonly Shaped[], declared: readonly string[]): readonly string[] {
  const rank = ({ name }: Shaped) => (declared.includes(name) ? declared.indexOf(name) : declared.length);
  const weight = (shape: Shaped) => requiredOf(shape).length;
  const open = messages.filter(isShape).sort((a, b) => rank(a) - rank(b) || weight(b) - weight(a));
  const placed = new Set<string>();
  const place = (shape: Shaped) => {
    if (placed.has(shape.name)) return;
    open.filter((other) => requiresMore(other, shape)).forEach(place);
    placed.add(shape.name);
  };
  open.forEach(place);
  return [...placed];
}

/** Finds messages that one frame may be taken for, where nobody has said which of them readers try first. */
export function checkShapeOrder(document: JsonObject, messages: readonly Shaped[], findings: Findings): void {
  const declared = declaredShapes(document);
  checkDeclared(messages, declared, findings);
  const order = orderShapes(messages, declared);
  const shapes = order.flatMap((name) => messages.find((message) => message.name === name) ?? []);
  const isOpen = (one: Shaped, other: Shaped) => !declared.includes(one.name) || !declared.includes(other.name);
  for (const [index, later] of shapes.entries()) {
    const earlier = shapes.slice(0, index).find((one) => isOpen(one, later) && overlap(document, one, later));
    if (earlier !== undefined) findings.warn(later.pointer, "overlapping-shapes", describeOverlap(earlier, later));
  }
}

function checkDeclared(messages: readonly Shaped[], declared: readonly string[], findings: Findings): void {
  for (const [index, name] of declared.entries()) {
    const match = messages.find((message) => message.name === name)?.match;
    if (match === undefined || match.kind === "shape") continue;
    const text = `${quote(name)} is told by its constant at ${match.pointer}; shapes lists messages without a discriminator, remove it there`;
    findings.error(`/x-wirepact/shapes/${index}`, "bad-extension", text);
  }
}

/** Whether a frame may have what both require, so that the order decides which of them it is. */
function overlap(document: JsonObject, one: Shaped, other: Shaped): boolean {
  if (!one.from.some((direction) => other.from.includes(direction))) return false;
  if (requiresMore(one, other) || requiresMore(other, one)) return false;
  return !refusesAny(document, one, requiredOf(other)) || !refusesAny(document, other, requiredOf(one));
}

function refusesAny(document: JsonObject, { frame }: Shaped, names: readonly string[]): boolean {
  const schema = follow(document, frame, "")?.value;
  const isClosed = get(schema, "additionalProperties") === false && !isObject(get(schema, "patternProperties"));
  return names.some((name) => {
    const property = schemaAt(document, frame, [name]);
    if (property !== undefined) return property === false;
    return isClosed && !Object.hasOwn(getObject(schema, "properties"), name);
  });
}

function describeOverlap(earlier: Shaped, later: Shaped): string {
  const names = [...new Set([...requiredOf(earlier), ...requiredOf(later)])].map(quote).join(", ");
  const [one, other] = [quote(earlier.name), quote(later.name)];
  return `a frame with ${names} may be ${one} or ${other}, and is read as ${one}; list both under shapes in the root's x-wirepact, the one to try first in front, or give each a constant`;
}

function requiresMore(one: Shaped, other: Shaped): boolean {
  const [more, less] = [requiredOf(one), requiredOf(other)];
  return more.length > less.length && less.every((name) => more.includes(name));
}

function isShape({ match }: Shaped): boolean {
  return match.kind === "shape";
}

function requiredOf({ match }: Shaped): readonly string[] {
  return match.kind === "shape" ? match.required : [];
}
