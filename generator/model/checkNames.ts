import { escapeStep, similar } from "@wirepact/runtime";
import { type Findings, quote } from "../diagnostics.ts";
import { get, getList, getObject, getString, getStrings, type Json, type JsonObject } from "../json.ts";

/** Finds rules of the root extension that speak of messages which the document does not have. */
export function checkNames(document: JsonObject, names: ReadonlySet<string>, findings: Findings): void {
  const spoken = [...spokenOf(get(document, "x-wirepact"))].map(([pointer, name]) => [`/x-wirepact${pointer}`, name] as const);
  for (const [pointer, name] of [...spoken, ...replyErrors(document)]) {
    if (names.has(name)) continue;
    const meant = similar(name, names);
    const hint =
      meant === undefined ? "list it in a channel, with an operation that sends or receives it" : `did you mean ${quote(meant)}?`;
    findings.error(pointer, "unlisted-message", `no message is named ${quote(name)}; ${hint}`);
  }
}

function* spokenOf(root: Json | undefined): Generator<readonly [string, string]> {
  yield* one(root, "opening", "");
  yield* many(root, "shapes", "");
  yield* one(get(get(root, "encodings"), "switch"), "message", "/encodings/switch");
  yield* one(get(root, "errors"), "message", "/errors");
  for (const key of ["ping", "pong"]) yield* one(get(root, "heartbeat"), key, "/heartbeat");
  for (const key of ["subscribe", "unsubscribe"]) yield* one(get(root, "topics"), key, "/topics");
  for (const [topic, value] of Object.entries(getObject(get(root, "topics"), "topics")))
    yield* many(value, "messages", `/topics/topics/${escapeStep(topic)}`);
  for (const [name, value] of Object.entries(getObject(root, "machines")))
    yield* one(value, "message", `/machines/${escapeStep(name)}`);
  for (const [index, stream] of getList(root, "streams").entries()) yield* inStream(stream, `/streams/${index}`);
}

function* inStream(stream: Json, pointer: string): Generator<readonly [string, string]> {
  yield* one(stream, "start", pointer);
  yield* many(stream, "items", pointer);
  yield* many(stream, "after", pointer);
  for (const [index, end] of getList(stream, "ends").entries()) yield* one(end, "message", `${pointer}/ends/${index}`);
}

function* one(holder: Json | undefined, key: string, pointer: string): Generator<readonly [string, string]> {
  const name = getString(holder, key);
  if (name !== undefined) yield [`${pointer}/${key}`, name];
}

function* many(holder: Json | undefined, key: string, pointer: string): Generator<readonly [string, string]> {
  for (const [index, name] of getStrings(holder, key).entries()) yield [`${pointer}/${key}/${index}`, name];
}

/** The messages that operations name as answers to a request which failed. */
function* replyErrors(document: JsonObject): Generator<readonly [string, string]> {
  for (const [key, operation] of Object.entries(getObject(document, "operations"))) {
    const pointer = `/operations/${escapeStep(key)}/x-wirepact/reply`;
    yield* many(get(get(operation, "x-wirepact"), "reply"), "errors", pointer);
  }
}
