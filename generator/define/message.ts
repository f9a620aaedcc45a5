import { type TProperties, type TSchema, Type } from "typebox";
import type { Json } from "../json.ts";

/** What an author says about one message. */
export interface MessageOptions {
  /** What the message means, in your own words. */
  readonly description: string;
  /** Where the protocol's document defines it, such as `panel.md:214`. */
  readonly source?: string;
  /** The fields of its body as an object of TypeBox schemas. */
  readonly fields?: TProperties;
  /** The whole body as one schema, where `fields` cannot say it; at most one of the two. */
  readonly body?: TSchema;
  /** Of these fields exactly one is present. */
  readonly exactlyOne?: readonly string[];
  /** Of these fields at least one is present. */
  readonly atLeastOne?: readonly string[];
  /** Writers may send properties that the contract does not name. */
  readonly open?: boolean;
  /** The message may travel without its body (Socket.IO: without data). */
  readonly bodyOptional?: boolean;
  /** What stands at the discriminator, where that is not the message's name. */
  readonly constant?: string | number | boolean;
  /** Whole frames as they travel; for Socket.IO `{ event, data }`. The document's own samples first. */
  readonly examples?: readonly Json[];
  /** True, or what to use instead. */
  readonly deprecated?: boolean | string;
  /** The day from which on nobody may count on it, such as `"2027-01-31"`: until then `review` minds its removal. */
  readonly sunset?: string;
  /** Decisions taken where the document is silent or contradicts itself. */
  readonly notes?: readonly string[];
}

/** One message of a protocol, before it has a name or a place. */
export interface MessageDefinition {
  readonly kind: "message";
  readonly options: MessageOptions;
  readonly body: TSchema | undefined;
}

/** Describes one message; the name comes from where it is listed, as in `byType({ TRIGGER })`. */
export function message(options: MessageOptions): MessageDefinition {
  return Object.freeze({ kind: "message", options, body: bodyOf(options) });
}

function bodyOf(options: MessageOptions): TSchema | undefined {
  if (options.body !== undefined) return options.body;
  if (options.fields === undefined) return undefined;
  return Type.Object(options.fields, {
    ...(options.open ? { additionalProperties: true } : {}),
    ...(options.exactlyOne ? { oneOf: requiring(options.exactlyOne) } : {}),
    ...(options.atLeastOne ? { anyOf: requiring(options.atLeastOne) } : {}),
  });
}

function requiring(fields: readonly string[]): { required: string[] }[] {
  return fields.map((field) => ({ required: [field] }));
}
