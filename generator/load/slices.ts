import { pointerSteps } from "@wirepact/runtime";
import { get, getList, getObject, getString, type Json, type JsonObject } from "../json.ts";

/** Operations judged at a time. */
const SLICE = 150;

/** Components that an operation itself refers to; everything else is judged once, without operations. */
const OF_OPERATIONS: ReadonlySet<string> = new Set([
  "securitySchemes",
  "operationBindings",
  "serverBindings",
  "serverVariables",
  "servers",
  "parameters",
  "correlationIds",
  "replyAddresses",
  "externalDocs",
  "tags",
]);

/**
 * Cuts a large document into smaller ones for the official parser, which looks at every message of a channel once for
 * every operation: first the messages without operations, then the operations, some at a time, over empty messages.
 * Every part of the document is judged, each at its own JSON Pointer. The document must be written out: operations that
 * were references would not say what they are about.
 */
export function slice(document: JsonObject): readonly JsonObject[] {
  const operations = Object.entries(getObject(document, "operations"));
  if (operations.length <= SLICE / 2) return [document];
  const slices: JsonObject[] = [{ ...document, operations: {} }];
  for (let start = 0; start < operations.length; start += SLICE) {
    slices.push(withOperations(document, operations.slice(start, start + SLICE)));
  }
  return slices;
}

function withOperations(document: JsonObject, operations: readonly (readonly [string, Json])[]): JsonObject {
  const used = new Set(operations.flatMap(([, operation]) => messagePointers(operation)));
  const channels = Object.entries(getObject(document, "channels")).map(
    ([name, channel]) => [name, stub(channel, name, used)] as const,
  );
  const components = Object.entries(getObject(document, "components")).filter(([key]) => OF_OPERATIONS.has(key));
  return {
    ...document,
    operations: Object.fromEntries(operations),
    channels: Object.fromEntries(channels),
    components: Object.fromEntries(components),
  };
}

/** A channel whose messages say nothing, and are only those that the operations at hand speak of. */
function stub(channel: Json, name: string, used: ReadonlySet<string>): Json {
  const listed = Object.keys(getObject(channel, "messages"));
  const kept = listed.filter((key) => used.has(JSON.stringify([name, key])));
  const { messages: _messages, bindings: _bindings, ...rest } = getObject({ channel }, "channel");
  return { ...rest, messages: Object.fromEntries(kept.map((key) => [key, {}])) };
}

function messagePointers(operation: Json): string[] {
  const references = [...getList(operation, "messages"), ...getList(get(operation, "reply"), "messages")];
  return references.map((reference) => {
    const [, channel, , message] = pointerSteps(decodeURIComponent((getString(reference, "$ref") ?? "#").slice(1)));
    return JSON.stringify([channel, message]);
  });
}
