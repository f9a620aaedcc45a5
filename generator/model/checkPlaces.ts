import { escapeStep, pointerSteps, similar } from "@wirepact/runtime";
import { type Findings, quote } from "../diagnostics.ts";
import { get, getList, getObject, getString, getStrings, isList, type Json, type JsonObject } from "../json.ts";
import { correlationIdOf } from "./correlationIds.ts";
import { strayStep } from "./describes.ts";
import { endpointChannel } from "./endpointChannel.ts";
import type { FramedMessage } from "./readMessage.ts";
import { follow } from "./references.ts";

/** A rule that looks for a value at a place in frames: one of these messages must have it. */
interface Rule {
  readonly pointer: string;
  readonly place: string;
  readonly messages: readonly string[];
}

/** Finds rules of extensions that point at places which no frame of theirs has. */
export function checkPlaces(document: JsonObject, messages: readonly FramedMessage[], findings: Findings): void {
  checkOwner(document, findings);
  const frames = new Map(messages.map(({ name, frame }) => [name, frame]));
  for (const rule of rulesOf(document, messages)) {
    // A message that is not there is told elsewhere.
    if (rule.messages.length === 0 || rule.messages.some((name) => !frames.has(name))) continue;
    const framesOfRule = rule.messages.map((name) => frames.get(name) ?? true);
    const strays = framesOfRule.map((frame) => strayStep(document, frame, pointerSteps(rule.place)));
    const [stray] = strays;
    if (stray === undefined || strays.includes(undefined)) continue;
    const meant =
      similar(stray.step, new Set(strays.flatMap((one) => one?.known ?? []))) ?? deeper(document, framesOfRule, rule.place);
    const hint = meant === undefined ? "correct the pointer, or describe the property" : `did you mean ${quote(meant)}?`;
    findings.error(rule.pointer, "missing-place", `${subject(rule.messages)} at ${quote(rule.place)}; ${hint}`);
  }
}

/** The same place in what frames wrap, such as the data of an event: a plain name means a property of the frame itself. */
function deeper(document: JsonObject, frames: readonly Json[], place: string): string | undefined {
  const wrapping = new Set(frames.flatMap((frame) => Object.keys(getObject(frame, "properties"))));
  const leads = (...steps: readonly string[]) => frames.some((frame) => strayStep(document, frame, steps) === undefined);
  // What takes any name takes this one too, which says nothing.
  const meant = [...wrapping].find((key) => leads(key, ...pointerSteps(place)) && !leads(key, "\0"));
  return meant === undefined ? undefined : `/${escapeStep(meant)}${place}`;
}

/** Whose a connection is, is read from the query; a parameter that is not described would leave everybody nameless. */
function checkOwner(document: JsonObject, findings: Findings): void {
  const owner = getString(get(get(document, "x-wirepact"), "resource"), "owner");
  const [, channel] = endpointChannel(document) ?? ["", {}];
  const bindings = follow(document, get(channel, "bindings") ?? {}, "")?.value;
  const ws = follow(document, get(bindings, "ws") ?? {}, "")?.value;
  const query = follow(document, get(ws, "query") ?? {}, "")?.value;
  if (owner === undefined || Object.hasOwn(getObject(query, "properties"), owner)) return;
  const text = `the query has no ${quote(owner)}; describe it in bindings: { ws: { query: … } }`;
  findings.error("/x-wirepact/resource/owner", "missing-place", text);
}

function subject(names: readonly string[]): string {
  const [first = "", ...rest] = names;
  if (rest.length === 0) return `frames of ${quote(first)} have nothing`;
  return `none of ${names.slice(0, 5).map(quote).join(", ")}${names.length > 5 ? ", …" : ""} has anything`;
}

function* rulesOf(document: JsonObject, messages: readonly FramedMessage[]): Generator<Rule> {
  const root = get(document, "x-wirepact");
  for (const [name, machine] of Object.entries(getObject(root, "machines"))) {
    for (const key of ["key", "state"]) yield* rule(machine, key, `/x-wirepact/machines/${escapeStep(name)}`);
  }
  for (const key of ["text", "pointer"]) yield* rule(get(root, "errors"), key, "/x-wirepact/errors");
  const heartbeat = get(root, "heartbeat");
  yield* ruleOf(getString(heartbeat, "time"), "/x-wirepact/heartbeat/time", getString(heartbeat, "pong") ?? []);
  const names = messages.map(({ name }) => name);
  yield* ruleOf(getString(get(root, "resource"), "key"), "/x-wirepact/resource/key", names);
  yield* rule(get(get(root, "encodings"), "switch"), "pointer", "/x-wirepact/encodings/switch");
  const topics = get(root, "topics");
  for (const key of ["subscribe", "unsubscribe"]) {
    yield* ruleOf(getString(topics, "pointer"), "/x-wirepact/topics/pointer", getString(topics, key) ?? []);
  }
  for (const [index, stream] of getList(root, "streams").entries()) yield* ofStream(stream, `/x-wirepact/streams/${index}`);
  yield* ofReplies(document, messages);
  for (const { name, value, pointer, socketio } of messages) {
    yield* ruleOf(getString(get(value, "x-wirepact"), "body"), `${pointer}/x-wirepact/body`, name);
    const id = correlationIdOf(document, value, pointer, socketio);
    if (id !== undefined) yield* ruleOf(id.place, id.pointer, name);
  }
}

function* ofStream(stream: Json, pointer: string): Generator<Rule> {
  const ends = getList(stream, "ends");
  const endings = ends.flatMap((end) => getString(end, "message") ?? []);
  const rest = [...getStrings(stream, "items"), ...endings, ...getStrings(stream, "after")];
  yield* pairs(get(stream, "match"), `${pointer}/match`, [getString(stream, "start") ?? ""], [...new Set(rest)]);
  yield* ruleOf(getString(stream, "key"), `${pointer}/key`, [...new Set([...getStrings(stream, "items"), ...endings])]);
  for (const [index, end] of ends.entries()) {
    const place = getString(get(end, "where"), "pointer");
    yield* ruleOf(place, `${pointer}/ends/${index}/where/pointer`, getString(end, "message") ?? []);
  }
}

function* ofReplies(document: JsonObject, messages: readonly FramedMessage[]): Generator<Rule> {
  const nameAt = new Map(messages.map(({ pointer, name }) => [pointer, name]));
  const namesOf = (holder: Json | undefined) =>
    getList(holder, "messages").flatMap((reference) => nameAt.get(follow(document, reference, "")?.pointer ?? "") ?? []);
  for (const [key, operation] of Object.entries(getObject(document, "operations"))) {
    const details = get(get(operation, "x-wirepact"), "reply");
    const pointer = `/operations/${escapeStep(key)}/x-wirepact/reply`;
    yield* pairs(get(details, "match"), `${pointer}/match`, namesOf(operation), namesOf(get(operation, "reply")));
    yield* ruleOf(getString(details, "id"), `${pointer}/id`, namesOf(operation));
  }
}

/** What a message leaves out agrees with anything, so one of those that follow is enough. */
function* pairs(match: Json | undefined, pointer: string, first: readonly string[], rest: readonly string[]): Generator<Rule> {
  for (const [index, pair] of isList(match) ? match.entries() : []) {
    const [before, after] = isList(pair) ? pair : [];
    yield* ruleOf(before, `${pointer}/${index}/0`, first);
    yield* ruleOf(after, `${pointer}/${index}/1`, rest);
  }
}

function* rule(holder: Json | undefined, key: string, pointer: string): Generator<Rule> {
  yield* ruleOf(getString(holder, key), `${pointer}/${key}`, getString(holder, "message") ?? []);
}

function* ruleOf(place: Json | undefined, pointer: string, messages: string | readonly string[]): Generator<Rule> {
  if (typeof place === "string") yield { pointer, place, messages: typeof messages === "string" ? [messages] : messages };
}
