import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../generator/json.ts";
import { chat, type Fields, printsOf } from "./support/told.ts";

const text = { type: "string" };
const integer = { type: "integer" };

/** A contract of whole payloads that the client sends, told apart by what an `x-wirepact` says. */
function told(payloads: Fields, extension: JsonObject = {}, more: Fields = {}): JsonObject {
  const document = chat({});
  const messages = Object.fromEntries(
    Object.entries(payloads).map(([name, payload]) => [name, { payload, ...(more[name] as JsonObject | undefined) }]),
  );
  const references = Object.keys(payloads).map((name) => ({ $ref: `#/channels/chat/messages/${name}` }));
  return {
    ...document,
    channels: { chat: { address: "/chat", messages } },
    operations: { receive: { action: "receive", channel: { $ref: "#/channels/chat" }, messages: references } },
    "x-wirepact": { version: 1, protocol: "chat", ...extension },
  };
}

const object = (properties: Fields, ...required: readonly string[]): JsonObject => ({ type: "object", required, properties });
const at = (place: string, name: Json, more: Fields = {}) => object({ [place]: { const: name }, ...more }, place);

describe("an approval of a message that comes, goes or is told otherwise covers what becomes of its frames:", () => {
  const ping = at("type", "ping");
  const del = at("type", "del", { id: text });
  const keep = (...constants: string[]) => object({ type: { enum: ["keep", "hold", ...constants] }, id: text }, "type");
  const removed = (after: Fields, gone: Json = del) => printsOf("message-removed", told({ ping, del: gone }), told(after));
  const seen = removed({ ping });

  test("approve, then let the message be taken: the approval no longer covers", () => {
    const taken = removed({ ping, erase: at("type", "del", { all: text }) });
    expect(taken).not.toEqual(seen);
    expect(removed({ ping, erase: at("type", "del", { all: integer }) })).not.toEqual(taken);
    expect(removed({ ping, erase: at("type", "del", { all: { ...text, description: "All." } }) })).toEqual(taken);
  });

  test("nor does it where a message that stays takes it", () => {
    const removedBeside = (before: string[], after: string[]) =>
      printsOf("message-removed", told({ ping, del, keep: keep(...before) }), told({ ping, keep: keep(...after) }));
    expect(removedBeside([], ["del"])).not.toEqual(removedBeside([], []));
    expect(removedBeside([], ["other"])).toEqual(removedBeside([], []));
  });

  test("nor where the message said something else", () => {
    expect(removed({ ping }, at("type", "del", { id: integer }))).not.toEqual(seen);
    expect(removed({ ping }, at("type", "del", { id: { ...text, description: "Which." } }))).toEqual(seen);
  });

  test("what has nothing to do with it leaves it alone", () => {
    expect(removed({ ping: at("type", "ping", { more: text }) })).toEqual(seen);
    expect(removed({ ping, news: at("type", "news") })).toEqual(seen);
  });

  test("added", () => {
    const added = (after: Json, before: Fields = { ping }) =>
      printsOf("message-added", told(before), told({ ...before, news: after }));
    const news = at("type", "news");
    expect(added(news)).not.toEqual(added(at("type", "news", { more: text })));
    expect(added(news, { ping, del })).toEqual(added(news));
    const erase = at("type", "del");
    expect(added(erase, { ping })).not.toEqual(printsOf("message-added", told({ ping, del }), told({ ping, news: erase })));
  });

  test("renamed", () => {
    const renamed = (id: Json, more: Fields = {}) =>
      printsOf(
        "message-renamed",
        told({ ping, del: at("type", "del", { id }) }),
        told({ ping, erase: at("type", "erase", { id }), ...more }),
      );
    expect(renamed(text)).not.toEqual(renamed(integer));
    expect(renamed(text, { again: at("type", "del") })).not.toEqual(renamed(text));
    expect(renamed(text, { again: at("type", "again") })).toEqual(renamed(text));
  });

  test("sent by another side", () => {
    const reply = (messages: readonly string[]) => ({
      action: "send",
      channel: { $ref: "#/channels/chat" },
      messages: messages.map((name) => ({ $ref: `#/channels/chat/messages/${name}` })),
    });
    const sent = (payload: Json, more: readonly string[]) => {
      const document = told({ ping, both: payload });
      const operations = { ...(document["operations"] as JsonObject), send: reply(["ping", ...more]) };
      return { ...document, operations };
    };
    for (const [rule, before, after] of [
      ["message-direction-added", [], ["both"]],
      ["message-direction-removed", ["both"], []],
    ] as const) {
      const made = (payload: Json) => printsOf(rule, sent(payload, before), sent(payload, after));
      expect(made(at("type", "both"))).not.toEqual(made(at("type", "both", { more: text })));
    }
  });

  const PLACES = { before: ["/type", "/kind"], after: ["/kind", "/type"] };
  const placed = (places: readonly string[], ...payloads: readonly Json[]) =>
    told(Object.fromEntries(payloads.map((payload, index) => [`m${index}`, payload])), {
      discriminators: { client: [...places], server: [] },
    });

  test("other places", () => {
    const changed = (...payloads: Json[]) =>
      printsOf("discriminators-changed", placed(PLACES.before, ...payloads), placed(PLACES.after, ...payloads));
    const bee = at("kind", "bee");
    const one = (kind: Json) => at("type", "a", { kind });
    const first = changed(one(text), bee);
    expect(changed(one({ ...text, maxLength: 3 }), bee)).not.toEqual(first);
    expect(changed(one(text), bee, at("type", "c"))).not.toEqual(first);
    expect(changed(one({ ...text, description: "Which." }), bee)).toEqual(first);
  });

  const shapes = (order: readonly string[], payloads: Fields) =>
    told(payloads, { shapes: [...order] }, Object.fromEntries(order.map((name) => [name, { "x-wirepact": { shape: true } }])));

  test("another order of shapes", () => {
    const turned = (b: Json) => {
      const payloads = { s1: object({ a: text, b }, "a"), s2: object({ a: text, b: text }, "b") };
      return printsOf("shapes-reordered", shapes(["s1", "s2"], payloads), shapes(["s2", "s1"], payloads));
    };
    expect(turned(text)).not.toEqual(turned({ ...text, maxLength: 3 }));
    expect(turned(text)).toEqual(turned({ ...text, title: "B" }));
  });

  test("a message that is told by a constant now", () => {
    const changed = (note: Json, others: Fields = {}) =>
      printsOf(
        "message-told-otherwise",
        told({ ping, note: object({ note }, "note"), ...others }),
        told({ ping, note: at("type", "note", { note }), ...others }),
      );
    const seen = changed(text);
    expect(changed(integer)).not.toEqual(seen);
    expect(changed(text, { hum: at("type", "hum", { more: text }) })).toEqual(seen);
    expect(changed(text, { hum: object({ hum: text, note: text }, "hum") })).not.toEqual(seen);
  });
});
