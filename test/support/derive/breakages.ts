import { get, getString, type Json } from "../../../generator/json.ts";
import type { Contract, Message } from "../../../generator/model/contract.ts";
import type { Frames } from "./frames.ts";
import { ONE_OF_EACH, typesOf } from "./jsonTypes.ts";
import type { Place } from "./places.ts";
import { removeAt, setAt } from "./pointers.ts";
import { withoutNull } from "./union.ts";

/** A frame that breaks one rule of its message in one place. */
export interface Breakage {
  readonly what: string;
  readonly frame: Json;
  /** Where the breach is, and the rule that is broken. */
  readonly path: string;
  readonly code: string;
}

/** A place of a frame, and the message and contract that speak of it. */
interface Target extends Place {
  readonly contract: Contract;
  readonly message: Message;
  readonly frame: Json;
}

/** Every way to break one place of a frame. */
export type Break = (target: Target) => readonly Breakage[];

/** A value of each JSON type that the place does not take, null among them. */
export const wrongTypes: Break = (target) => {
  const types = typesOf(target.contract.document, target.schema);
  const wrong = Object.entries(ONE_OF_EACH).filter(([type]) => !types.has(type));
  return wrong.map(([type, value]) => replaced(target, value, type, codeOfWrongType(target, types)));
};

function codeOfWrongType(target: Target, types: ReadonlySet<string>): string {
  if (isDiscriminator(target)) return "unknown-message";
  if (target.decides && !isVariant(target)) return "enum";
  if (getString(target.schema, "contentEncoding") !== undefined) return "bytes";
  return types.size === 0 ? "not" : "type";
}

/** A string outside of a closed set, or other than a constant. */
export const unlistedValues: Break = (target) => {
  const schema = withoutNull(target.contract.document, target.schema);
  const keyword = ["const", "enum"].find((name) => get(schema, name) !== undefined);
  if (keyword === undefined) return [];
  if (isDiscriminator(target) || isVariant(target))
    return [replaced(target, "no such value", "an unknown name", "unknown-message")];
  return [replaced(target, "no such value", "an unlisted value", target.decides ? "enum" : keyword)];
};

/** A number beyond a limit, a fraction for a whole number, a text that is not of the format, text that is no base64. */
export const outOfBounds: Break = (target) => {
  const schema = withoutNull(target.contract.document, target.schema);
  return Object.entries(BEYOND).flatMap(([keyword, { code, beyond }]) => {
    const limit = get(schema, keyword);
    const value = limit === undefined ? undefined : beyond(limit);
    return value === undefined ? [] : [replaced(target, value, `beyond ${keyword} ${limit}`, code)];
  });
};

const BEYOND: Readonly<Record<string, { code: string; beyond: (limit: Json) => Json | undefined }>> = {
  minimum: { code: "minimum", beyond: (limit) => Number(limit) - 1 },
  maximum: { code: "maximum", beyond: (limit) => Number(limit) + 1 },
  type: { code: "type", beyond: (type) => (type === "integer" ? 1.5 : undefined) },
  format: { code: "format", beyond: () => "yesterday" },
  contentEncoding: { code: "bytes", beyond: () => "%" },
};

/** The frame without a property that it has to have. */
export const missingFields: Break = (target) => {
  const { contract, message, frame, pointer, required } = target;
  if (!required || isDiscriminator(target)) return [];
  // Without what tells an undiscriminated frame it is no message, and what it lacks is a discriminator.
  const isShape = message.match.kind === "shape" && message.match.required.some((name) => pointer === `/${name}`);
  const path = isShape ? String(contract.discriminators.server[0]) : pointer;
  return [{ what: `nothing at ${pointer}`, frame: removeAt(frame, pointer), path, code: "required" }];
};

/** All ways to break a message, by what is wrong. */
export const BREAKS = {
  "a wrong type": wrongTypes,
  "a value outside of a closed set": unlistedValues,
  "a value out of bounds": outOfBounds,
  "a missing required field": missingFields,
} as const satisfies Readonly<Record<string, Break>>;

/** Breaks every place of every frame of a message: each field of it at least once. */
export function breakEach(contract: Contract, message: Message, { complete, placesOf }: Frames, how: Break): Breakage[] {
  return complete(message).flatMap((frame) =>
    placesOf(message, frame).flatMap((place) => how({ ...place, contract, message, frame })),
  );
}

/** Whether the place says which message the frame is: with another value there it is another message, or none. */
function isDiscriminator({ message, pointer }: Target): boolean {
  return message.match.kind !== "shape" && message.match.pointer === pointer;
}

/** Whether the place says which variant of its message the frame is. */
function isVariant({ message, pointer }: Target): boolean {
  return pointer === message.variants?.pointer;
}

function replaced({ frame, pointer }: Target, value: Json, what: string, code: string): Breakage {
  return { what: `${what} at ${pointer || "the top"}`, frame: setAt(frame, pointer, value), path: pointer, code };
}
