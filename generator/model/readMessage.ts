import { pointerSteps } from "@wirepact/runtime";
import { fingerprint } from "../fingerprint.ts";
import { get, getList, getString, getStrings, isObject, type Json, type JsonObject } from "../json.ts";
import type { Message } from "./contract.ts";
import { fieldsOf } from "./fields.ts";
import { schemaAt, socketioFrame } from "./frame.ts";
import { matchOf, variantsOf } from "./match.ts";
import { fold, identifierOf, isReserved } from "./names.ts";
import type { RawMessage } from "./rawMessage.ts";
import { readType, type TypeNames } from "./readType.ts";
import { follow } from "./references.ts";

/** A message with its frame: the schema of what really travels. */
export interface FramedMessage extends RawMessage {
  readonly frame: Json;
  readonly socketio: boolean;
  /** JSON Pointer in the document to the payload, for findings in it. */
  readonly payloadPointer: string;
}

/** Builds the frame of a message from its payload, which for Socket.IO is the event's data. */
export function frameMessage(raw: RawMessage, socketio: boolean): FramedMessage {
  const { payload, payloadPointer } = payloadOf(raw);
  const extension = get(raw.value, "x-wirepact");
  const frame = socketio ? socketioFrame(raw.name, payload, get(extension, "dataOptional") === true) : (payload ?? {});
  return { ...raw, frame, socketio, payloadPointer };
}

/** What a message carries, and where that stands: AsyncAPI wraps a payload that names its schema format into `{ schemaFormat, schema }`. */
export function payloadOf({ value, pointer }: Pick<RawMessage, "value" | "pointer">): {
  readonly payload: Json | undefined;
  readonly payloadPointer: string;
} {
  const payload = get(value, "payload");
  if (isObject(payload) && typeof payload["schemaFormat"] === "string" && "schema" in payload) {
    return { payload: payload["schema"], payloadPointer: `${pointer}/payload/schema` };
  }
  return { payload, payloadPointer: `${pointer}/payload` };
}

/** Reads a message for the contract, once its identifier and those of all definitions are decided. */
export function readMessage(
  document: JsonObject,
  message: FramedMessage,
  discriminators: Readonly<Record<"client" | "server", readonly string[]>>,
  { identifier, method }: { readonly identifier: string; readonly method: string },
  types: TypeNames,
  taken: ReadonlySet<string>,
): Message {
  const { name, value, pointer, from, frame } = message;
  const extension = get(value, "x-wirepact");
  const body = message.socketio ? "/data" : (getString(extension, "body") ?? "");
  const bodySchema = schemaAt(document, frame, pointerSteps(body));
  const places = [...new Set(from.flatMap((direction) => discriminators[direction]))];
  const dataOptional = get(extension, "dataOptional") === true || (message.socketio && bodySchema === undefined);
  const payload = follow(document, payloadOf(message).payload ?? {}, "")?.value;
  const match = matchOf(document, frame, places, extension);
  const type = readType(frame, types);
  const bodyType = readBody(message, body, bodySchema, identifier, types, taken);
  const described = {
    type: body === "" ? type : bodyType?.type,
    pointer: body,
    isDescribed: get(follow(document, bodySchema ?? {}, "")?.value, "properties") !== undefined,
    isOptional: dataOptional,
  };
  return {
    name,
    identifier,
    from,
    match,
    variants: variantsOf(document, frame, body),
    ...textsOf(value),
    deprecated: deprecation(get(extension, "deprecated") ?? get(payload, "deprecated") ?? get(extension, "sunset") !== undefined),
    sunset: getString(extension, "sunset") ?? null,
    source: getString(extension, "source"),
    notes: getStrings(extension, "notes"),
    frame,
    body,
    dataOptional,
    type,
    bodyType,
    value: body === "" ? identifier : valueName(bodyType),
    fields: fieldsOf(described, match, unused(`${identifier}Fields`, name, taken, bodyType?.identifier)),
    method,
    examples: getList(value, "examples").flatMap((example) => frameExample(message, get(example, "payload"))),
    pointer,
  };
}

function readBody(
  { name }: FramedMessage,
  body: string,
  schema: Json | undefined,
  identifier: string,
  types: TypeNames,
  taken: ReadonlySet<string>,
): Message["bodyType"] {
  if (body === "" || schema === undefined) return null;
  const place = identifierOf(pointerSteps(body).at(-1) ?? "", "Body");
  return { identifier: unused(`${identifier}${place}`, name, taken), type: readType(schema, types) };
}

/** A body that is a named schema has that one's type. */
function valueName(bodyType: Message["bodyType"]): string | null {
  if (bodyType === null) return null;
  return bodyType.type.kind === "reference" ? bodyType.type.identifier : bodyType.identifier;
}

/** A name made of a message's, unless something else has that name. */
function unused(plain: string, message: string, taken: ReadonlySet<string>, other = ""): string {
  return isReserved(plain) || taken.has(fold(plain)) || fold(other) === fold(plain) ? `${plain}_${fingerprint(message)}` : plain;
}

/** AsyncAPI has a summary and a description: where a message has both, the one leads and the other follows. */
function textsOf(value: JsonObject): Pick<Message, "description" | "details"> {
  const summary = getString(value, "summary")?.trim() ?? "";
  const description = getString(value, "description")?.trim() ?? "";
  if (summary === "" || description === "" || summary === description)
    return { description: summary || description || (getString(value, "title") ?? ""), details: "" };
  return { description: /[.!?:…]$/.test(summary) ? summary : `${summary}.`, details: description };
}

function deprecation(value: Json | undefined): boolean | string {
  return typeof value === "string" ? value : value === true;
}

function frameExample({ socketio, name }: FramedMessage, payload: Json | undefined): Json[] {
  if (payload === undefined) return [];
  return [socketio ? { event: name, data: payload } : payload];
}
