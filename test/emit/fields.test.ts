import { describe, expect, test } from "vitest";
import { type Code, join } from "../../generator/emit/code.ts";
import { declareMaps } from "../../generator/emit/maps.ts";
import type { Json, JsonObject } from "../../generator/json.ts";
import { Draft, messageOf } from "../support/hostile/draft.ts";
import { contractOf } from "../support/makeFiles.ts";
import { shippedContract } from "../support/shipped.ts";

const textOf = (parts: readonly Code[]) => join(parts, "\n").text;

/** The fields of a message of this payload. */
function fieldsOf(payload: Json, name = "held") {
  const draft = new Draft();
  draft.messages.set(name, { payload });
  return contractOf(draft.document()).messages.find((message) => message.name === name)?.fields;
}

const type = { type: "string", const: "held" };

describe("what is given to send a message", () => {
  test("is its body without the constant that names it", () => {
    const fields = fieldsOf({ type: "object", required: ["type", "a"], properties: { type, a: { type: "string" } } });
    expect(fields).toMatchObject({ kind: "own", identifier: "HeldFields", optional: false, constant: { name: "type" } });
    expect(fields?.kind === "own" && fields.type).toMatchObject({ kind: "object", fields: [{ name: "a", required: true }] });
  });

  test("is nothing where there is just the constant, and optional where nothing else is required", () => {
    expect(fieldsOf({ type: "object", required: ["type"], properties: { type } })).toEqual({ kind: "none" });
    expect(fieldsOf({ type: "object", required: ["type"], properties: { type, a: {} } })).toMatchObject({ optional: true });
  });

  test("leaves the constant out of each branch of a union", () => {
    const branch = (field: string): JsonObject => ({
      type: "object",
      required: ["type", field],
      properties: { type, [field]: { type: "string" } },
    });
    const fields = fieldsOf({ type: "object", required: ["type"], properties: { type }, anyOf: [branch("a"), branch("b")] });
    expect(JSON.stringify(fields?.kind === "own" && fields.type)).not.toContain('"name":"type"');
    expect(fields).toMatchObject({ kind: "own", optional: false });
  });
});

test("what handlers get and what is given are maps by the messages' names", async () => {
  const panel = await shippedContract("panel");
  expect(textOf(declareMaps(panel, "server"))).toBe(`/** Bodies of the messages that the server sends, by name. */
export interface ServerMessages {
  CONNECTED: Connected;
  RESULT: Result;
  PATCH: Patch;
  EVENT: Event;
  PONG: Pong;
  ERROR: ErrorMessage;
}

/** What is given to send each message of the server, by name. */
export interface ServerFields {
  CONNECTED: ConnectedFields;
  RESULT: ResultFields;
  PATCH: PatchFields;
  EVENT: EventFields;
  PONG: { [key: string]: never };
  ERROR: ErrorMessageFields;
}
`);
});

test("what Socket.IO raises is heard, and never sent", async () => {
  const text = textOf(declareMaps(await shippedContract("agent"), "server"));
  expect(text).toContain("  disconnect: DisconnectData | undefined;\n}\n");
  expect(text.match(/disconnect/g)).toHaveLength(1);
});

describe("methods", () => {
  test("are called as their messages", async () => {
    const { messages } = await shippedContract("nodetool");
    expect(messages.find(({ name }) => name === "run_job")?.method).toBe("runJob");
  });

  test("hide no member of a client, and no other method", () => {
    const draft = new Draft();
    for (const name of ["close", "on", "then", "on_message"]) draft.messages.set(name, messageOf(name, {}));
    const { messages } = contractOf(draft.document());
    const methods = new Map(messages.map(({ name, method }) => [name, method]));
    expect([methods.get("close"), methods.get("then"), methods.get("on_message")]).toEqual([
      "closeMessage",
      "thenMessage",
      "onMessage",
    ]);
    expect(methods.get("on")).toMatch(/^onMessage_\w+$/);
  });
});

test("stubs are called by the protocol, unless a type of the contract is called so", async () => {
  expect((await shippedContract("panel")).stubs).toMatchObject({ client: "PanelClient", connect: "connectPanel" });
  const draft = new Draft();
  draft.messages.set("sample_client", messageOf("sample_client", {}));
  const { stubs } = contractOf(draft.document());
  expect(stubs).toMatchObject({ client: "SampleProtocolClient", connect: "connectSampleProtocol" });
});
