import { describe, expect, test } from "vitest";
import { bodyOf, composeFrame } from "../../runtime/src/compose.ts";
import type { MessageDescriptor } from "../../runtime/src/contract.ts";

const constant = (pointer: string, value: string) => ({ kind: "constant", pointer, value }) as const;
const auth = { pointer: "/auth", value: { address: "0x1" } };

/** How each protocol wraps what a user gives: the message, the fields, and the frame that travels. */
const cases: Record<string, { message: MessageDescriptor; fields: unknown; frame: unknown; envelope?: (typeof auth)[] }> = {
  "a flat message": {
    message: { name: "PATCH", from: ["server"], match: constant("/type", "PATCH") },
    fields: { mutations: [] },
    frame: { type: "PATCH", mutations: [] },
  },
  "a flat message without fields": {
    message: { name: "PING", from: ["client"], match: constant("/type", "PING") },
    fields: undefined,
    frame: { type: "PING" },
  },
  "a command around its data": {
    message: { name: "run_job", from: ["client"], match: constant("/command", "run_job"), body: "/data" },
    fields: { workflow_id: "w" },
    frame: { command: "run_job", data: { workflow_id: "w" } },
  },
  "a command without data": {
    message: { name: "clear_models", from: ["client"], match: constant("/command", "clear_models"), body: "/data" },
    fields: undefined,
    frame: { command: "clear_models", data: {} },
  },
  "a payload beside what every frame carries": {
    message: { name: "load_preset", from: ["client"], match: constant("/payload/type", "load_preset"), body: "/payload" },
    fields: { name: "n" },
    envelope: [auth],
    frame: { auth: auth.value, payload: { type: "load_preset", name: "n" } },
  },
  "an event": {
    message: { name: "query", from: ["client"], match: constant("/event", "query"), body: "/data" },
    fields: { query: "q" },
    frame: { event: "query", data: { query: "q" } },
  },
  "an event without data": {
    message: { name: "disconnect", from: ["server"], match: constant("/event", "disconnect"), body: "/data", dataOptional: true },
    fields: undefined,
    frame: { event: "disconnect" },
  },
  "an event whose data is no object": {
    message: { name: "disconnect", from: ["server"], match: constant("/event", "disconnect"), body: "/data" },
    fields: "io server disconnect",
    frame: { event: "disconnect", data: "io server disconnect" },
  },
  "an undiscriminated message": {
    message: { name: "refused", from: ["server"], match: { kind: "shape", required: ["error"] } },
    fields: { error: "no" },
    frame: { error: "no" },
  },
};

describe.each(Object.entries(cases))("%s", (_, { message, fields, frame, envelope }) => {
  test("is composed as it travels", () => {
    expect(composeFrame(message, fields, envelope)).toStrictEqual(frame);
  });
});

test("constants come first, as documents write them", () => {
  const message: MessageDescriptor = { name: "PATCH", from: ["server"], match: constant("/type", "PATCH") };
  expect(JSON.stringify(composeFrame(message, { mutations: [], type: "EVENT" }))).toBe('{"type":"PATCH","mutations":[]}');
});

test("what was given is not changed", () => {
  const fields = Object.freeze({ name: "n" });
  const message: MessageDescriptor = { name: "m", from: ["client"], match: constant("/payload/type", "m"), body: "/payload" };
  expect(composeFrame(message, fields)).toEqual({ payload: { type: "m", name: "n" } });
  expect(fields).toEqual({ name: "n" });
});

test("fields named like members of Object.prototype stay fields", () => {
  const fields = JSON.parse('{"__proto__": 1, "constructor": 2}');
  const frame = composeFrame({ name: "m", from: ["client"], match: constant("/type", "m") }, fields);
  expect(JSON.stringify(frame)).toBe('{"type":"m","__proto__":1,"constructor":2}');
  expect(Object.getPrototypeOf(frame)).toBe(Object.prototype);
});

test("the body of a frame is what its pointer shows, and undefined where nothing travelled", () => {
  const event: MessageDescriptor = {
    name: "disconnect",
    from: ["server"],
    match: constant("/event", "disconnect"),
    body: "/data",
  };
  expect(bodyOf(event, { event: "disconnect", data: "why" })).toBe("why");
  expect(bodyOf(event, { event: "disconnect" })).toBeUndefined();
});
