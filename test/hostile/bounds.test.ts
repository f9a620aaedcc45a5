import { join } from "node:path";
import type { CompiledValidator, FrameError, Parser } from "@wirepact/runtime";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plan } from "../../generator/output/plan.ts";
import { write } from "../../generator/output/write.ts";
import { floodDocument, floods } from "../support/hostile/floods.ts";
import { makeWorkshop, removeWorkshop } from "../support/hostile/packages.ts";
import { contractOf, makeFiles } from "../support/makeFiles.ts";

const contract = contractOf(floodDocument());
let workshop = "";
let parse: Parser<unknown>;

beforeAll(async () => {
  workshop = makeWorkshop();
  write([
    plan(
      workshop,
      [...makeFiles(contract)].map(([path, text]) => ({ path, text })),
      "",
    ),
  ]);
  parse = (await import(join(workshop, "index.js"))).parseServerMessage;
});
afterAll(() => removeWorkshop(workshop));

/** The error of a frame that must be refused. */
function errorOf(frame: unknown): FrameError {
  const result = parse(frame);
  if (result.ok) throw new Error("the frame was accepted");
  return result.error;
}

describe.each(Object.keys(floods))("%s", (name) => {
  const frame = { type: name, value: floods[name]?.value };

  test("give at most 20 issues, of bounded size", () => {
    const { code, message, issues } = errorOf(frame);
    expect(code).toBe("invalid-message");
    expect(issues.length).toBeGreaterThan(0);
    expect(issues.length).toBeLessThanOrEqual(20);
    for (const { path, text, value = "" } of issues) {
      expect(path.length).toBeLessThanOrEqual(501);
      expect(text.length).toBeLessThanOrEqual(120);
      expect(value.length).toBeLessThanOrEqual(120);
    }
    expect(message.length).toBeLessThanOrEqual(600);
  });

  test("make the compiled validator collect no more errors than its schema has places", async () => {
    const identifier = contract.messages.find((message) => message.name === name)?.identifier ?? "";
    const module = await import(join(workshop, "validators", `${identifier}.js`));
    const validate: CompiledValidator = module[identifier];
    expect(validate(frame)).toBe(false);
    expect(validate.errors?.length).toBeLessThanOrEqual(200);
  });
});

describe("a value nested deep", () => {
  /** Which property holds it, and how each level opens and closes. */
  const nestings = [
    ["by properties", "node", '{"left":', "}"],
    ["by lists", "node", '{"list":[', "]}"],
    ["by maps", "node", '{"map":{"key":', "}}"],
    ["in a union", "unions", '{"left":', "}"],
  ] as const;

  const deep = (levels: number, field: string, open: string, close: string): unknown =>
    JSON.parse(`{"type":"deep","${field}":${open.repeat(levels)}{}${close.repeat(levels)}}`);

  test.each(nestings)("%s: 5,000 levels are read, or refused as too deep", (_, field, open, close) => {
    const result = parse(deep(5000, field, open, close));
    expect(result.ok || result.error.code).toBeOneOf([true, "too-deep"]);
  });

  test.each(nestings)("%s: 1,000,000 levels are refused as too deep, and the next frame is read", (_, field, open, close) => {
    const { code, messageName, issues } = errorOf(deep(1_000_000, field, open, close));
    expect({ code, messageName, issues: issues.length }).toEqual({ code: "too-deep", messageName: "deep", issues: 1 });
    expect(parse({ type: "deep" })).toMatchObject({ ok: true });
  });

  test("is refused where two such values are compared", () => {
    const list = `${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}`;
    expect(errorOf(JSON.parse(`{"type":"deep","unique":[${list},${list}]}`)).code).toBe("too-deep");
  });

  test("is no match for a constant", () => {
    expect(errorOf(deep(1_000_000, "constant", "[", "]")).code).toBe("invalid-message");
  });

  test("is kept where nothing is said about it", () => {
    expect(parse(deep(1_000_000, "unknown", "[", "]"))).toMatchObject({ ok: true });
  });

  test("is refused by the guard and the Standard Schema too", async () => {
    const { isDeep } = await import(join(workshop, "index.js"));
    const value = deep(1_000_000, "node", '{"left":', "}");
    expect(isDeep(value)).toBe(false);
    expect(isDeep["~standard"].validate(value).issues).toHaveLength(1);
  });
});
