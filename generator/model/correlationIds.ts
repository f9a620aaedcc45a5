import { get, getString, type Json, type JsonObject } from "../json.ts";
import { follow } from "../reference.ts";

/** Runtime expression for a place in a payload: https://www.asyncapi.com/docs/reference/specification/v3.1.0#runtimeExpression */
const IN_PAYLOAD = /^\$message\.payload#(\/.*)$/s;

/** Where a message carries the id by which AsyncAPI pairs a request with its reply. */
export interface CorrelationId {
  /** JSON Pointer in the document to what says so. */
  readonly pointer: string;
  readonly location: string;
  /** JSON Pointer in frames; undefined where the id is not in the payload. */
  readonly place: string | undefined;
}

/** The `correlationId` of a message, if it has one. The payload of Socket.IO is the event's data. */
export function correlationIdOf(
  document: JsonObject,
  message: Json | undefined,
  pointer: string,
  socketio: boolean,
): CorrelationId | undefined {
  const target = follow(document, get(message, "correlationId") ?? false, `${pointer}/correlationId`);
  const location = getString(target?.value, "location");
  if (target === undefined || location === undefined) return undefined;
  const [, place] = IN_PAYLOAD.exec(location) ?? [];
  return { pointer: `${target.pointer}/location`, location, place: place && `${socketio ? "/data" : ""}${place}` };
}
