import { formats, type ParseResult } from "@wirepact/runtime";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import type { Json } from "../../generator/json.ts";
import { createFrameReader } from "../../generator/monitor/frameReader.ts";
import { BREAKS, breakEach } from "../support/derive/breakages.ts";
import { createFrames } from "../support/derive/frames.ts";
import { rulesOf } from "../support/derive/rulesOf.ts";
import { generatedReader } from "../support/generatedPackage.ts";
import { makeFiles } from "../support/makeFiles.ts";
import { byName, byProtocol, shippedContracts } from "../support/shipped.ts";

/** Every rule that the five contracts make. A rule that is new here needs frames that break it, in `BREAKS`. */
const RULES = [
  ...["$ref", "additionalProperties", "anyOf", "const", "contentEncoding", "discriminator", "enum", "format", "items"],
  ...["maximum", "minimum", "not", "oneOf", "properties", "required", "type"],
];

const contracts = await shippedContracts();

test("the derived frames break every rule that the five contracts make", () => {
  const schemas = contracts.flatMap(({ messages, definitions }) => [
    ...messages.map(({ frame }) => frame),
    ...definitions.map(({ schema }) => schema),
  ]);
  expect([...new Set(schemas.flatMap((schema) => [...rulesOf(schema)]))].sort()).toEqual(RULES);
});

describe.each(byProtocol(contracts))("%s", async (protocol, contract) => {
  const frames = createFrames(contract);
  const files = makeFiles(contract);
  const published = await generatedReader(protocol);
  const reader = createFrameReader(contract);

  describe("plain ajv over the emitted JSON Schema accepts and rejects the same frames", () => {
    test.each(byName(contract.messages))("%s", (_name, message) => {
      const ajv = new Ajv({ strict: false, formats, logger: false });
      const validate = ajv.compile(JSON.parse(files.get(`schemas/${message.identifier}.json`) ?? "false"));
      const broken = Object.values(BREAKS).flatMap((how) => breakEach(contract, message, frames, how));
      // To plain JSON Schema, base64 is an annotation.
      const accepted = broken.filter(({ code, frame }) => code !== "bytes" && validate(frame));
      expect(frames.complete(message).filter((frame) => !validate(frame))).toEqual([]);
      expect(accepted.map(({ what }) => what)).toEqual([]);
    });
  });

  describe("the generated package gives the same verdicts, to the letter", () => {
    test.each(byName(contract.messages))("%s", (_name, message) => {
      const broken = Object.values(BREAKS).flatMap((how) => breakEach(contract, message, frames, how));
      for (const frame of [...frames.complete(message), ...broken.map((breakage) => breakage.frame)]) expectSame(frame);
    });
  });

  function expectSame(frame: Json): void {
    for (const side of ["client", "server"] as const) expect(plain(published[side](frame))).toEqual(plain(reader[side](frame)));
  }
});

/** A verdict with everything that its error says. */
function plain(result: ParseResult<unknown>) {
  if (result.ok) return result;
  const { code, messageName, issues, message } = result.error;
  return { code, messageName, issues, message };
}
