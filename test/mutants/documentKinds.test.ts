import { expect, test } from "vitest";
import { Findings } from "../../generator/diagnostics.ts";
import type { JsonObject } from "../../generator/json.ts";
import { buildContract } from "../../generator/model/buildContract.ts";
import type { Contract } from "../../generator/model/contract.ts";
import { documentKinds } from "../../generator/mutants/documentKinds.ts";
import { mutantsOf } from "../../generator/mutants/makeMutants.ts";
import { contractOf } from "../support/makeFiles.ts";
import { shippedContract } from "../support/shipped.ts";

const CLIENT = ["start", "subscribe", "unsubscribe", "ask"];
const SERVER = ["hello", "item", "done", "job", "news", "answer", "refusal"];

/** A contract with one of everything that a document says beside schemas. */
function everything(): Contract {
  const reference = (name: string) => ({ $ref: `#/channels/all/messages/${name}` });
  const operation = (action: string, name: string, more: JsonObject = {}): [string, JsonObject] => [
    `${action}-${name}`,
    { action, channel: { $ref: "#/channels/all" }, messages: [reference(name)], ...more },
  ];
  const message = (name: string): [string, JsonObject] => [
    name,
    {
      payload: {
        type: "object",
        required: ["type", "id", "state", "topics"],
        properties: {
          type: { type: "string", const: name },
          id: { type: "string" },
          state: { type: "string" },
          topics: { type: "array", items: { type: "string" } },
        },
      },
    },
  ];
  const names = [...CLIENT, ...SERVER];
  return contractOf({
    asyncapi: "3.1.0",
    info: { title: "All", version: "1.0.0" },
    channels: { all: { address: "/all", messages: Object.fromEntries(names.map(message)) } },
    operations: Object.fromEntries([
      ...CLIENT.filter((name) => name !== "ask").map((name) => operation("receive", name)),
      operation("receive", "ask", {
        reply: { channel: { $ref: "#/channels/all" }, messages: [reference("answer"), reference("refusal")] },
        "x-wirepact": { reply: { errors: ["refusal"], match: [["/id", "/id"]] } },
      }),
      ...SERVER.map((name) => operation("send", name)),
    ]),
    "x-wirepact": {
      version: 1,
      protocol: "all",
      discriminators: { client: ["/type"], server: ["/type"] },
      encodings: {
        text: "json",
        binary: "msgpack",
        initial: "json",
        switch: { message: "subscribe", pointer: "/state", values: { "packed/~": "msgpack" } },
      },
      opening: "hello",
      errors: { message: "refusal", text: "/id" },
      streams: [
        {
          start: "start",
          items: ["item"],
          ends: [{ message: "done" }, { message: "item", where: { pointer: "/state", values: ["last"] } }],
          after: ["news"],
          match: [["/id", "/id"]],
          key: "/id",
          concurrent: 2,
        },
      ],
      machines: {
        job: {
          message: "job",
          description: "A job.",
          key: "/id",
          state: "/state",
          initial: ["new"],
          transitions: { new: ["old"], old: [] },
        },
      },
      codecs: {
        bare: {
          description: "Bytes.",
          layout: [
            { name: "name", kind: "text" },
            { name: "data", kind: "bytes" },
          ],
        },
      },
      topics: {
        subscribe: "subscribe",
        unsubscribe: "unsubscribe",
        pointer: "/topics",
        topics: { news: { messages: ["news"] }, jobs: { messages: ["job"], initial: true } },
      },
    },
  });
}

const contract = everything();
const all = [...mutantsOf(contract)];

/** What the mutants of a kind have different, in words. */
function textsOf(kind: string): string[] {
  return all.filter((mutant) => mutant.kind === kind).map(({ text }) => text);
}

test.each<[kind: string, texts: readonly string[]]>([
  [
    "change-discriminators",
    ["readers of the client's frames do not look at /type", "readers of the server's frames do not look at /type"],
  ],
  [
    "change-encodings",
    [
      "a connection begins with msgpack",
      "no frame is MessagePack",
      "no frame is JSON",
      "subscribe sets no encoding",
      "subscribe sets the other encoding",
      "subscribe with packed/~ sets nothing",
    ],
  ],
  ["drop-reply-pair", ["nothing answers receive-ask"]],
  ["swap-reply", ["start", "subscribe", "unsubscribe"].map((name) => `receive-${name} is answered as receive-ask is`)],
  [
    "change-reply",
    [
      "answer does not answer receive-ask",
      "refusal does not answer receive-ask",
      "answer says that receive-ask failed",
      "refusal says that receive-ask was done",
    ],
  ],
  ["drop-match-field", ['receive-ask and its answer need not agree at ["/id","/id"]']],
  ["drop-stream", ["start starts nothing"]],
  ["drop-item", ["item is no part of what start starts", "news does not follow the end of what start starts"]],
  [
    "change-end",
    ["done does not end what start starts", "item does not end what start starts", "any item ends what start starts"],
  ],
  [
    "change-stream",
    [
      'what start starts need not agree with it at ["/id","/id"]',
      "what start starts has no name",
      "any number of start may run",
      "3 of start may run",
    ],
  ],
  ["drop-machine", ["job is no machine"]],
  ["drop-transition", ["job may not go from new to old"]],
  ["add-transition", ["job may go from new to new"]],
  ["add-terminal-exit", ["job may go from old to new", "job may go from old to old"]],
  ["change-initial", ["job may begin as old"]],
  ["drop-state", ["job knows no state old"]],
  ["drop-topic", ["there are no topics", "there is no topic news", "there is no topic jobs"]],
  [
    "change-topic",
    [
      "news is heard by all",
      "news is no part of news",
      "job is part of news, too",
      "jobs is heard by who asks for it",
      "job is no part of jobs",
      "news is part of jobs, too",
    ],
  ],
  [
    "change-errors",
    [
      "refusal answers only what names it",
      ...["hello", "item", "done", "job", "news", "answer"].map((name) => `${name} says that anything failed`),
    ],
  ],
  [
    "change-layout",
    [
      "there is no layout bare",
      'bare has no part {"name":"name","kind":"text"}',
      'bare has no part {"name":"data","kind":"bytes"}',
      "bare has name behind the next",
      "name of bare is bytes",
      "data of bare is text",
    ],
  ],
  ["swap-subscription", ["subscribe takes topics away"]],
])("%s", (kind, texts) => expect(textsOf(kind)).toEqual(texts));

test("change-opening: none, or each other message of the server", () => {
  const others = SERVER.filter((name) => name !== "hello").map((name) => `the server's first message is ${name}`);
  expect(textsOf("change-opening")).toEqual(["the server need not begin with hello", ...others]);
});

test("a message that is gone is spoken of nowhere any more", () => {
  const without = (name: string) => {
    const document = all.find((mutant) => mutant.kind === "drop-message" && mutant.text === `there is no ${name}`)?.document;
    const { messages, session, replies, encodings } = contractOf(document ?? {}, "all");
    expect(messages.map((message) => message.name)).toEqual([...CLIENT, ...SERVER].filter((one) => one !== name));
    return { session, replies, encodings };
  };
  expect(without("hello").session.opening).toBe(null);
  expect(without("start").session.streams).toEqual([]);
  expect(without("done").session.streams).toMatchObject([{ ends: [{ message: "item" }] }]);
  expect(without("job").session).toMatchObject({ machines: [], topics: { topics: [{ messages: ["news"] }, { messages: [] }] } });
  expect(without("subscribe")).toMatchObject({ session: { topics: null }, encodings: { text: "json", binary: "msgpack" } });
  expect(without("subscribe").encodings.switch).toBeUndefined();
  expect(without("answer").replies).toMatchObject([{ request: "ask", replies: [], errors: ["refusal"] }]);
  expect(without("refusal").replies).toMatchObject([{ request: "ask", replies: ["answer"], errors: [] }]);
});

test("a message changes sides, is sent by both, or by one of both no longer", async () => {
  const directions = all
    .filter(({ kind, pointer }) => kind === "change-direction" && pointer.endsWith("/item"))
    .map(({ document }) => contractOf(document, "all").messages.find(({ name }) => name === "item")?.from);
  expect(directions).toEqual([["client"], ["client", "server"]]);
  const both = [...mutantsOf(await shippedContract("nodetool"))].filter(
    ({ kind, pointer }) => kind === "change-direction" && pointer.endsWith("/ping"),
  );
  const left = both.map(
    ({ document }) =>
      buildContract(document, "nodetool", new Findings())?.messages.find(({ name }) => name === "ping")?.from ?? "refused",
  );
  expect(left).toEqual([["server"], ["client"]]);
});

test("an event has another name wherever it is spoken of", async () => {
  const agent = await shippedContract("agent");
  const renamed = [...mutantsOf(agent)].filter(({ kind }) => kind === "rename-message");
  expect(renamed).toHaveLength(agent.messages.length);
  const document = renamed.find(({ text }) => text === "query is called query-renamed")?.document ?? {};
  expect(contractOf(document, "agent").session.streams).toMatchObject([{ start: "query-renamed" }]);
});

test("each kind of change to a document is made of something", async () => {
  const made = new Set(
    [contract, await shippedContract("agent"), await shippedContract("flowork")].flatMap((one) =>
      [...mutantsOf(one)].map(({ kind }) => kind),
    ),
  );
  expect(Object.keys(documentKinds).filter((kind) => !made.has(kind))).toEqual([]);
});

test("each mutant is another document, and has a name of its own", () => {
  const text = JSON.stringify(contract.document);
  expect(all.filter(({ document }) => JSON.stringify(document) === text).map(({ id }) => id)).toEqual([]);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
});
