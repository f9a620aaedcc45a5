import type { Contract } from "../../generator/model/contract.ts";
import type { Session } from "../../generator/model/session.ts";

/** A contract with one rule of its sessions changed, and what was changed. */
export interface Weakened {
  readonly what: string;
  readonly contract: Contract;
}

/** Every list that lacks one item of a list. */
function dropped<Item>(list: readonly Item[]): (readonly [item: Item, rest: readonly Item[]])[] {
  return list.map((item, index) => [item, list.filter((_, at) => at !== index)]);
}

/** A list with one item in the place of another. */
function replaced<Item>(list: readonly Item[], index: number, item: Item): readonly Item[] {
  return list.map((one, at) => (at === index ? item : one));
}

/** Each rule of a contract's sessions dropped, added or changed, one at a time. */
export function* weakened(contract: Contract): Generator<Weakened> {
  yield* pairs(contract);
  for (const { what, session } of sessions(contract))
    yield { what, contract: { ...contract, session: { ...contract.session, ...session } } };
  yield* encodings(contract);
}

function* pairs(contract: Contract): Generator<Weakened> {
  const { replies } = contract;
  const named = (what: string, list: Contract["replies"]): Weakened => ({ what, contract: { ...contract, replies: list } });
  const answers = [...new Set(replies.flatMap((pair) => [...pair.replies, ...pair.errors]))];
  for (const [pair, rest] of dropped(replies)) yield named(`drop pair ${pair.request}`, rest);
  for (const [index, pair] of replies.entries()) {
    const change = (what: string, parts: Partial<typeof pair>) =>
      named(`${pair.request}: ${what}`, replaced(replies, index, { ...pair, ...parts }));
    for (const [one, rest] of dropped(pair.replies)) yield change(`drop reply ${one}`, { replies: rest });
    for (const [one, rest] of dropped(pair.errors)) yield change(`drop error ${one}`, { errors: rest });
    for (const [one, rest] of dropped(pair.match)) yield change(`drop match ${one.join(" ")}`, { match: rest });
    for (const answer of answers) {
      if (pair.replies.includes(answer) || pair.errors.includes(answer)) continue;
      yield change(`add reply ${answer}`, { replies: [...pair.replies, answer] });
      yield change(`add error ${answer}`, { errors: [...pair.errors, answer] });
    }
    if (pair.match.length > 1) {
      const asked = pair.match.map(([left]) => left);
      yield change("swap match", { match: pair.match.map(([, right], at) => [asked[(at + 1) % asked.length] ?? "", right]) });
    }
  }
}

type Change = { readonly what: string; readonly session: Partial<Session> };

function* sessions({ session, messages }: Contract): Generator<Change> {
  const servers = messages
    .filter(({ from, match }) => from.includes("server") && match.kind !== "lifecycle")
    .map(({ name }) => name);
  if (session.opening !== null) yield { what: "drop opening", session: { opening: null } };
  for (const name of servers) if (name !== session.opening) yield { what: `opening ${name}`, session: { opening: name } };
  if (session.heartbeat !== null) yield { what: "drop heartbeat", session: { heartbeat: null } };
  if (session.errors !== null) yield { what: "drop errors", session: { errors: null } };
  yield* machines(session);
  yield* streams(session, servers);
  yield* topics(session, servers);
}

function* machines(session: Session): Generator<Change> {
  for (const [at, machine] of session.machines.entries()) {
    const change = (what: string, parts: Partial<typeof machine>): Change => ({
      what: `machine ${machine.name}: ${what}`,
      session: { machines: replaced(session.machines, at, { ...machine, ...parts }) },
    });
    const states = machine.transitions.map(([state]) => state);
    yield { what: `drop machine ${machine.name}`, session: { machines: session.machines.filter((one) => one !== machine) } };
    for (const [state, rest] of dropped(machine.initial)) yield change(`drop initial ${state}`, { initial: rest });
    for (const state of states) {
      if (!machine.initial.includes(state)) yield change(`add initial ${state}`, { initial: [...machine.initial, state] });
    }
    for (const [index, [from, to]] of machine.transitions.entries()) {
      for (const [state, rest] of dropped(to))
        yield change(`drop ${from} → ${state}`, { transitions: replaced(machine.transitions, index, [from, rest]) });
      for (const state of states) {
        if (!to.includes(state))
          yield change(`add ${from} → ${state}`, { transitions: replaced(machine.transitions, index, [from, [...to, state]]) });
      }
    }
    yield change("other key", { key: "/no_such_key" });
    yield change("other state", { state: "/no_such_state" });
  }
}

function* streams(session: Session, servers: readonly string[]): Generator<Change> {
  for (const [at, stream] of session.streams.entries()) {
    const change = (what: string, parts: Partial<typeof stream>): Change => ({
      what: `stream ${stream.start}: ${what}`,
      session: { streams: replaced(session.streams, at, { ...stream, ...parts }) },
    });
    yield { what: `drop stream ${stream.start}`, session: { streams: session.streams.filter((one) => one !== stream) } };
    for (const [item, rest] of dropped(stream.items)) {
      if (!stream.ends.some(({ message }) => message === item)) yield change(`drop item ${item}`, { items: rest });
    }
    for (const name of servers) {
      const isEnd = stream.ends.some(({ message }) => message === name);
      if (!stream.items.includes(name) && !isEnd) yield change(`add item ${name}`, { items: [...stream.items, name] });
      if (!isEnd) yield change(`add end ${name}`, { ends: [...stream.ends, { message: name }] });
      if (!stream.after.includes(name)) yield change(`add after ${name}`, { after: [...stream.after, name] });
    }
    for (const [index, end] of stream.ends.entries()) {
      yield change(`drop end ${end.message}`, { ends: stream.ends.filter((one) => one !== end) });
      if (end.where === undefined) continue;
      yield change(`end ${end.message} always`, { ends: replaced(stream.ends, index, { message: end.message }) });
      for (const [value, rest] of dropped(end.where.values)) {
        yield change(`end ${end.message} not with ${value}`, {
          ends: replaced(stream.ends, index, { ...end, where: { ...end.where, values: rest } }),
        });
      }
    }
    for (const [name, rest] of dropped(stream.after)) yield change(`drop after ${name}`, { after: rest });
    for (const [pair, rest] of dropped(stream.match)) yield change(`drop match ${pair.join(" ")}`, { match: rest });
    const { key, concurrent, ...others } = stream;
    const without = (what: string, parts: typeof others & Partial<typeof stream>): Change => ({
      what: `stream ${stream.start}: ${what}`,
      session: { streams: replaced(session.streams, at, parts) },
    });
    if (key !== undefined) yield without("drop key", { ...others, ...(concurrent === undefined ? {} : { concurrent }) });
    if (concurrent !== undefined) {
      yield without("any number", { ...others, ...(key === undefined ? {} : { key }) });
      yield change("one more at a time", { concurrent: concurrent + 1 });
    }
    if (concurrent !== 1) yield change("one at a time", { concurrent: 1 });
  }
}

function* topics({ topics: words }: Session, servers: readonly string[]): Generator<Change> {
  if (words === null) return;
  yield { what: "drop topics", session: { topics: null } };
  yield { what: "swap subscribe", session: { topics: { ...words, subscribe: words.unsubscribe, unsubscribe: words.subscribe } } };
  for (const [at, topic] of words.topics.entries()) {
    const change = (what: string, parts: Partial<typeof topic>): Change => ({
      what: `topic ${topic.name}: ${what}`,
      session: { topics: { ...words, topics: replaced(words.topics, at, { ...topic, ...parts }) } },
    });
    yield change("other initial", { initial: !topic.initial });
    for (const [name, rest] of dropped(topic.messages)) yield change(`drop ${name}`, { messages: rest });
    for (const name of servers) {
      if (!topic.messages.includes(name)) yield change(`add ${name}`, { messages: [...topic.messages, name] });
    }
  }
}

function* encodings(contract: Contract): Generator<Weakened> {
  const { encodings: words } = contract;
  const change = (what: string, parts: Partial<typeof words>): Weakened => ({
    what: `encodings: ${what}`,
    contract: { ...contract, encodings: { ...words, ...parts } },
  });
  if (contract.transport !== "websocket") return;
  if (words.text === null) yield change("add text", { text: "json" });
  if (words.binary === null) yield change("add binary", { binary: "msgpack" });
  if (words.text !== null && words.binary !== null) {
    yield change("drop text", { text: null });
    yield change("drop binary", { binary: null });
  }
  const { switch: rule, ...fixed } = words;
  if (rule === undefined) return;
  yield { what: "encodings: drop switch", contract: { ...contract, encodings: fixed } };
  yield change("other initial", { initial: words.initial === "json" ? "msgpack" : "json" });
  for (const [value, encoding] of Object.entries(rule.values)) {
    const other = encoding === "json" ? "msgpack" : "json";
    yield change(`${value} means ${other}`, { switch: { ...rule, values: { ...rule.values, [value]: other } } });
    const values = Object.fromEntries(Object.entries(rule.values).filter(([one]) => one !== value));
    yield change(`${value} means nothing`, { switch: { ...rule, values } });
  }
}
