import { type Match, pointerSteps } from "@wirepact/runtime";
import { intersection } from "./readType.ts";
import type { Field, Type } from "./type.ts";

/** What is given to send a message: its body without the constant that names it. */
export type Fields =
  /** There is nothing to give. */
  | { readonly kind: "none" }
  /** Just the body: it holds no constant. */
  | { readonly kind: "body"; readonly optional: boolean }
  /** A type of its own. `constant` is what a body has beside it; null where the body cannot be said to be both together. */
  | {
      readonly kind: "own";
      readonly identifier: string;
      readonly type: Type;
      readonly constant: Field | null;
      readonly optional: boolean;
    };

/** The body of a message, as far as its fields depend on it. */
interface Body {
  /** Undefined where the message has none. */
  readonly type: Type | undefined;
  /** JSON Pointer from the frame to it. */
  readonly pointer: string;
  /** Whether its schema says which properties it has, be it none. */
  readonly isDescribed: boolean;
  /** Whether the message may travel without it. */
  readonly isOptional: boolean;
}

/** Decides what is given to send a message; `identifier` is for a type of its own. */
export function fieldsOf({ type, pointer, isDescribed, isOptional }: Body, match: Match, identifier: string): Fields {
  if (type === undefined) return { kind: "none" };
  const steps = constantIn(pointer, match);
  const parted = steps === undefined ? undefined : part(type, steps);
  if (parted === undefined) {
    return isDescribed && isEmpty(type) ? { kind: "none" } : { kind: "body", optional: isOptional || !asks(type) };
  }
  if (isEmpty(parted.rest)) return { kind: "none" };
  const optional = isOptional || !asks(parted.rest);
  return { kind: "own", identifier, type: parted.rest, constant: parted.constant, optional };
}

/** The way from the body to the constant that names the message; undefined where that stands elsewhere. */
function constantIn(body: string, match: Match): string[] | undefined {
  if (match.kind !== "constant") return undefined;
  const [outer, steps] = [pointerSteps(body), pointerSteps(match.pointer)];
  const isInside = steps.length > outer.length && outer.every((step, index) => step === steps[index]);
  return isInside ? steps.slice(outer.length) : undefined;
}

interface Parted {
  readonly rest: Type;
  readonly constant: Field | null;
}

/** Takes a property out of a type; undefined where the type does not show it. */
function part(type: Type, steps: readonly string[]): Parted | undefined {
  if (type.kind === "object") return partObject(type, steps);
  if (type.kind !== "intersection" && type.kind !== "union") return undefined;
  const parts = type.members.map((member) => part(member, steps) ?? { rest: member, constant: null });
  if (parts.every(({ rest }, index) => rest === type.members[index])) return undefined;
  const rests = parts.map(({ rest }) => rest);
  const constants = parts.map(({ constant }) => constant);
  if (type.kind === "union") return { rest: { ...type, members: rests }, constant: sameConstant(constants) };
  return { rest: intersection(rests), constant: constants.find((constant) => constant !== null) ?? null };
}

function partObject(type: Extract<Type, { kind: "object" }>, [step, ...rest]: readonly string[]): Parted | undefined {
  const field = type.fields.find(({ name }) => name === step);
  if (field === undefined) return undefined;
  if (rest.length === 0) return { rest: { ...type, fields: type.fields.filter((one) => one !== field) }, constant: field };
  const inner = part(field.type, rest);
  if (inner === undefined) return undefined;
  const changed = { ...field, type: inner.rest, required: field.required && asks(inner.rest) };
  const kept = isEmpty(inner.rest) ? [] : [changed];
  return { rest: { ...type, fields: type.fields.flatMap((one) => (one === field ? kept : [one])) }, constant: null };
}

/** Branches that all say the same constant are together with it what each of them was. */
function sameConstant(constants: readonly (Field | null)[]): Field | null {
  const [first = null, ...others] = constants;
  return others.every((other) => JSON.stringify(other) === JSON.stringify(first)) ? first : null;
}

function isEmpty(type: Type): boolean {
  return type.kind === "object" && type.fields.length === 0 && type.others === null;
}

/** Whether a value of the type needs anything in it. */
function asks(type: Type): boolean {
  switch (type.kind) {
    case "object":
      return type.fields.some(({ required }) => required);
    case "intersection":
      return type.members.some(asks);
    case "union":
      return type.members.every(asks);
    case "any":
      return false;
    default:
      return true;
  }
}
