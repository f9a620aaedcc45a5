import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { parse } from "yaml";
import {
  ChannelExtension,
  MessageExtension,
  OperationExtension,
  RootExtension,
  SecuritySchemeExtension,
} from "../../generator/model/extension.ts";
import { ROOT } from "../support/protocols.ts";

const page = readFileSync(join(ROOT, "docs/x-wirepact.md"), "utf8");
const parts = {
  root: RootExtension,
  message: MessageExtension,
  operation: OperationExtension,
  channel: ChannelExtension,
  securityScheme: SecuritySchemeExtension,
};

test("the published JSON Schema is the one that documents are checked with", async () => {
  const schema = { $schema: "http://json-schema.org/draft-07/schema#", title: "x-wirepact", definitions: parts };
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(join(ROOT, "docs/x-wirepact.schema.json"));
});

test("the page shows every key of the root extension, and its example is valid", () => {
  const [example = ""] = /(?<=```yaml\n)x-wirepact:[^`]+/.exec(page) ?? [];
  const extension = parse(example)["x-wirepact"];
  expect(new Ajv({ strict: false }).validate(RootExtension, extension)).toBe(true);
  expect(Object.keys(extension).sort()).toEqual(Object.keys(RootExtension.properties).sort());
});

test.each(Object.entries(MessageExtension.properties))("the page explains %s of a message", (key) => {
  expect(page).toMatch(new RegExp(`^\\| \`${key}\\b`, "m"));
});
