import { describe, expect, test } from "vitest";
import { isObject, type Json } from "../../generator/json.ts";
import type { Message } from "../../generator/model/contract.ts";
import { createFrameReader } from "../../generator/monitor/frameReader.ts";
import { byName, shippedContract } from "../support/shipped.ts";
import { verdictOf } from "../support/verdict.ts";

describe("flowork: a client frame is { auth, payload }", async () => {
  const contract = await shippedContract("flowork");
  const { client } = createFrameReader(contract);

  test.each(byName(contract.messages.filter(({ from }) => from.includes("client"))))("%s", (_name, message) => {
    const { auth = null, payload = null } = exampleOf(message);
    expect(verdictOf(client({ auth, payload }))).toEqual([`ok ${message.name}`]);
    expect(verdictOf(client(payload))).toEqual(["/payload required"]);
    expect(verdictOf(client({ auth }))).toEqual(["/payload required"]);
    expect(verdictOf(client({ payload }))).toEqual(["/auth required"]);
    expect(verdictOf(client({ auth: null, payload }))).toEqual(["/auth type"]);
  });
});

describe("nodetool: a command is { command, data }", async () => {
  const contract = await shippedContract("nodetool");
  const { client } = createFrameReader(contract);

  test.each(byName(contract.messages.filter(({ body }) => body === "/data")))("%s", (name, message) => {
    const { command = null, data = null } = exampleOf(message);
    expect(verdictOf(client({ command, data }))).toEqual([`ok ${name}`]);
    expect(verdictOf(client({ command }))).toEqual(["/data required"]);
    expect(verdictOf(client({ ...object(data), command }))).toEqual(["/data required"]);
    expect(verdictOf(client({ data }))).toEqual(["/command required"]);
    expect(verdictOf(client({ ...object(data), type: name }))).toEqual(["/type unknown-message"]);
  });
});

describe("agent: a frame is { event, data }", async () => {
  const contract = await shippedContract("agent");
  const reader = createFrameReader(contract);

  test.each(byName(contract.messages))("%s", (name, message) => {
    const { event = null, data = null } = exampleOf(message);
    const [side = "client"] = message.from;
    const mayDoWithout = message.match.kind === "lifecycle";
    expect(verdictOf(reader[side]({ event, data }))).toEqual([`ok ${name}`]);
    expect(verdictOf(reader[side]({ event }))).toEqual([mayDoWithout ? `ok ${name}` : "/data required"]);
    expect(verdictOf(reader[side]({ data }))).toEqual(["/event required"]);
    expect(verdictOf(reader[side]({ type: event, data }))).toEqual(["/event required"]);
  });
});

function exampleOf({ examples: [example = null] }: Message) {
  return object(example);
}

function object(value: Json) {
  if (!isObject(value)) throw new TypeError("no object");
  return value;
}
