import type { Json, JsonObject } from "../../../generator/json.ts";
import type { Pair } from "./pair.ts";

const text = { type: "string" };
const number = { type: "number" };

function to(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

function documents(a: Readonly<Record<string, Json>>, b: Readonly<Record<string, Json>> = a) {
  return { a: { components: { schemas: a } }, b: { components: { schemas: b } } };
}

function tree(name: string, value: Json, rest: Readonly<Record<string, Json>> = {}): JsonObject {
  return { type: "object", required: ["value"], properties: { value, left: to(name), right: to(name), ...rest } };
}

const list = (item: Json, name: string): JsonObject => ({
  anyOf: [{ type: "null" }, { type: "object", required: ["head", "tail"], properties: { head: item, tail: to(name) } }],
});

/** References and definitions, with circles in them. */
export const references: readonly Pair[] = [
  ["a name for the same", to("A"), text, "same", documents({ A: text })],
  ["a name for a name", to("A"), to("B"), "same", documents({ A: to("B"), B: text })],
  [
    "another name for the same",
    { type: "array", items: to("A") },
    { type: "array", items: to("B") },
    "same",
    documents({ A: text }, { B: text }),
  ],
  ["the same name for something wider", to("A"), to("A"), "narrower", documents({ A: { type: "integer" } }, { A: number })],
  ["the same name for something else", to("A"), to("A"), "other", documents({ A: text }, { A: number })],
  [
    "a name deep within for something wider",
    to("A"),
    to("A"),
    "narrower",
    documents(
      { A: { type: "array", items: to("B") }, B: { type: "integer" } },
      { A: { type: "array", items: to("B") }, B: number },
    ),
  ],
  ["the same tree", to("Tree"), to("Tree"), "same", documents({ Tree: tree("Tree", text) })],
  [
    "the same tree by another name",
    to("Tree"),
    to("Node"),
    "same",
    documents({ Tree: tree("Tree", text) }, { Node: tree("Node", text) }),
  ],
  [
    "a tree of narrower values",
    to("Tree"),
    to("Tree"),
    "narrower",
    documents({ Tree: tree("Tree", { type: "integer" }) }, { Tree: tree("Tree", number) }),
  ],
  [
    "a tree of other values",
    to("Tree"),
    to("Tree"),
    "other",
    documents({ Tree: tree("Tree", text) }, { Tree: tree("Tree", number) }),
  ],
  ["a tree unrolled once", to("Tree"), tree("Tree", text), "same", documents({ Tree: tree("Tree", text) })],
  [
    "a tree by two definitions in turn",
    to("Tree"),
    to("Odd"),
    "same",
    documents({ Tree: tree("Tree", text) }, { Odd: tree("Even", text), Even: tree("Odd", text) }),
  ],
  [
    "a tree by two in turn, one of them wider",
    to("Tree"),
    to("Odd"),
    "narrower",
    documents({ Tree: tree("Tree", { type: "integer" }) }, { Odd: tree("Even", { type: "integer" }), Even: tree("Odd", number) }),
  ],
  [
    "a tree with a property more",
    to("Tree"),
    to("Tree"),
    "narrower",
    documents({ Tree: tree("Tree", text, { note: text }) }, { Tree: tree("Tree", text) }),
  ],
  [
    "a tree with a value required deep within",
    to("Tree"),
    to("Tree"),
    "wider",
    documents({ Tree: tree("Tree", text) }, { Tree: { ...tree("Tree", text), required: ["value", "left"] } }),
  ],
  [
    "a tree that never ends holds no value",
    to("Endless"),
    false,
    "same",
    documents({ Endless: { type: "object", required: ["next"], properties: { next: to("Endless") } } }),
  ],
  [
    "a tree that ends in some way",
    to("Ending"),
    false,
    "wider",
    documents({
      Ending: { type: "object", required: ["next"], properties: { next: { anyOf: [to("Ending"), { type: "null" }] } } },
    }),
  ],
  [
    "two that never end",
    to("A"),
    to("B"),
    "same",
    documents({
      A: { type: "object", required: ["b"], properties: { b: to("B") } },
      B: { type: "array", minItems: 1, items: to("A") },
    }),
  ],
  [
    "a linked list",
    to("List"),
    to("List"),
    "narrower",
    documents({ List: list({ type: "integer" }, "List") }, { List: list(number, "List") }),
  ],
  [
    "a linked list of even length",
    to("Even"),
    to("Any"),
    "narrower",
    documents({
      Even: list(text, "Odd"),
      Odd: { type: "object", required: ["head", "tail"], properties: { head: text, tail: to("Even") } },
      Any: list(text, "Any"),
    }),
  ],
  [
    "nested lists",
    to("Nested"),
    to("Nested"),
    "narrower",
    documents(
      { Nested: { anyOf: [number, { type: "array", items: to("Nested") }] } },
      { Nested: { anyOf: [text, number, { type: "array", items: to("Nested") }] } },
    ),
  ],
  [
    "nested lists against lists of nested lists",
    { type: "array", items: to("Nested") },
    to("Nested"),
    "narrower",
    documents({ Nested: { anyOf: [number, { type: "array", items: to("Nested") }] } }),
  ],
  [
    "JSON itself",
    to("Json"),
    {},
    "same",
    documents({
      Json: {
        anyOf: [
          { type: ["string", "number", "boolean", "null"] },
          { type: "array", items: to("Json") },
          { type: "object", additionalProperties: to("Json") },
        ],
      },
    }),
  ],
  [
    "JSON without numbers",
    to("Json"),
    {},
    "narrower",
    documents({
      Json: {
        anyOf: [
          { type: ["string", "boolean", "null"] },
          { type: "array", items: to("Json") },
          { type: "object", additionalProperties: to("Json") },
        ],
      },
    }),
  ],
  ["a map of itself", to("Map"), to("Map"), "same", documents({ Map: { type: "object", additionalProperties: to("Map") } })],
  [
    "a union of messages by reference",
    { oneOf: [to("A"), to("B")] },
    { oneOf: [to("B"), to("A"), to("C")] },
    "narrower",
    documents(
      Object.fromEntries(
        ["A", "B", "C"].map((name) => [name, { type: "object", required: ["kind"], properties: { kind: { const: name } } }]),
      ),
    ),
  ],
  [
    "all of a reference and more",
    { allOf: [to("A"), { required: ["b"] }] },
    to("A"),
    "narrower",
    documents({ A: { type: "object", required: ["a"] } }),
  ],
  [
    "a reference into a property",
    { $ref: "#/components/schemas/A/properties/a" },
    text,
    "same",
    documents({ A: { type: "object", properties: { a: text } } }),
  ],
  ["a name with a slash", { $ref: "#/components/schemas/a~1b" }, text, "same", documents({ "a/b": text })],
  [
    "expressions",
    to("Expression"),
    to("Expression"),
    "narrower",
    documents(
      { Expression: { oneOf: [number, operation(["+", "-"])] } },
      { Expression: { oneOf: [number, operation(["+", "-", "*"])] } },
    ),
  ],
];

function operation(signs: readonly string[]): Json {
  return {
    type: "object",
    required: ["sign", "of"],
    properties: { sign: { enum: signs }, of: { type: "array", items: to("Expression"), minItems: 2 } },
  };
}
