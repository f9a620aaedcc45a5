import { describe, expect, test } from "vitest";
import { reviewContracts } from "../../generator/compare/review.ts";
import type { JsonObject } from "../../generator/json.ts";
import type { Contract } from "../../generator/model/contract.ts";
import { contractOf } from "../support/makeFiles.ts";

const names = (count: number, name: string) => Array.from({ length: count }, (_, index) => `${name}${index}`);

describe("contracts that are huge in one thing are compared within the test's time:", () => {
  test("a chain of states, turned round", () => {
    const states = names(3000, "s");
    const chain = (list: readonly string[]) => ({
      machines: {
        job: {
          message: "update",
          description: "A long life.",
          key: "/id",
          state: "/state",
          initial: list.slice(0, 1),
          transitions: Object.fromEntries(list.map((state, index) => [state, list.slice(index + 1, index + 2)])),
        },
      },
    });
    const changes = told(contract(chain(states)), contract(chain([...states].reverse())));
    expect(count(changes, "machine-transition-added")).toBe(2999);
    expect(count(changes, "machine-transition-removed")).toBe(2999);
    expect(changes.filter(({ session }) => session !== undefined).length).toBeGreaterThan(0);
  });

  test("states of which each may follow each", () => {
    const states = names(200, "s");
    const mesh = (all: boolean) => ({
      machines: {
        job: {
          message: "update",
          description: "A wild life.",
          key: "/id",
          state: "/state",
          initial: ["s0"],
          transitions: Object.fromEntries(states.map((state) => [state, all ? states : ["s1"]])),
        },
      },
    });
    expect(count(told(contract(mesh(false)), contract(mesh(true))), "machine-transition-added")).toBe(200 * 199);
  });

  test("ends of a stream", () => {
    const ends = (values: readonly string[]) => ({
      streams: [{ start: "start", items: [], ends: [{ message: "update", where: { pointer: "/state", values } }] }],
    });
    const changes = told(contract(ends(["done"])), contract(ends(["done", ...names(2000, "end")])));
    expect(count(changes, "stream-end-added")).toBe(2000);
  });

  test("error codes", () => {
    const errors = (codes: readonly string[]) => ({
      errors: {
        message: "update",
        text: "/id",
        pointer: "/state",
        unknown: "U",
        invalid: "I",
        failed: "F",
        codes: Object.fromEntries(codes.map((code) => [code, "A failure."])),
      },
    });
    const changes = told(contract(errors(names(5000, "a"))), contract(errors(names(5000, "b"))));
    expect(count(changes, "error-code-added")).toBe(5000);
  });

  test("messages in topics", () => {
    const messages = names(300, "m");
    const topics = (count: number) => ({
      topics: {
        subscribe: "start",
        unsubscribe: "start",
        pointer: "/topics",
        topics: Object.fromEntries(names(300, "t").map((topic) => [topic, { messages: messages.slice(0, count) }])),
      },
    });
    const changes = told(contract(topics(1), messages), contract(topics(300), messages));
    expect(count(changes, "topic-message-added")).toBe(300 * 299);
  });
});

type Changes = ReturnType<typeof reviewContracts>["changes"];

function told(before: Contract, after: Contract): Changes {
  return reviewContracts(before, after, { level: "wire" }).changes;
}

function count(changes: Changes, rule: string): number {
  return changes.filter((change) => change.rule === rule).length;
}

function contract(extension: JsonObject, more: readonly string[] = []): Contract {
  const message = (type: string, properties: JsonObject) => ({
    payload: { type: "object", required: ["type"], properties: { type: { const: type }, ...properties } },
  });
  const text = { type: "string" };
  const sent = Object.fromEntries(["update", ...more].map((name) => [name, message(name, { id: text, state: text })]));
  const channel = { $ref: "#/channels/jobs" };
  const listed = (all: readonly string[]) => all.map((name) => ({ $ref: `#/channels/jobs/messages/${name}` }));
  return contractOf({
    asyncapi: "3.0.0",
    info: { title: "Jobs", version: "1.0.0" },
    channels: {
      jobs: { address: "/", messages: { start: message("start", { topics: { type: "array", items: text } }), ...sent } },
    },
    operations: {
      receive: { action: "receive", channel, messages: listed(["start"]) },
      send: { action: "send", channel, messages: listed(Object.keys(sent)) },
    },
    "x-wirepact": { version: 1, protocol: "jobs", ...extension },
  });
}
