import { describe, expect, test } from "vitest";
import { byType, message, nullable, openObject, protocol, reply, Type, websocket } from "../../generator/define/index.ts";
import { printDocument } from "../../generator/define/print/document.ts";
import { contractOf, makeFiles } from "../support/makeFiles.ts";

type Schema = ReturnType<typeof Type.String>;

/** What the handler of a request returns by its type, where the answer has an `id` beside its `sum`. */
function returned(asked: Record<string, Schema>, answer: Parameters<typeof message>[0], place = "id"): string | undefined {
  const add = message({ description: "Adds.", fields: asked });
  const added = message(answer);
  const document = printDocument(
    protocol("calc", {
      title: "Calc",
      version: "1.0.0",
      description: "Sums.",
      endpoint: websocket("/calc"),
      client: byType({ add }),
      server: byType({ added }),
      replies: [reply(add).with(added).matching(place, "id")],
    }),
  );
  const declared = makeFiles(contractOf(document)).get("server.d.ts") ?? "";
  return /\n {2}add\(.*\): (.*) \| Promise</.exec(declared)?.[1];
}

const id = Type.String();
const answer = { description: "The sum.", fields: { id, sum: Type.Number() } };

describe("an answer's field that repeats the request's", () => {
  test("may be left out by its handler", () => {
    expect(returned({ id }, answer)).toBe('Repeating<AddedFields, "id">');
  });

  test.each<readonly [string, string | undefined]>([
    ["where the request need not have it", returned({ id: Type.Optional(id) }, answer)],
    ["where the request's may be null", returned({ id: nullable(id) as unknown as Schema }, answer)],
    ["where it may be left out anyway", returned({ id }, { ...answer, fields: { id: Type.Optional(id), sum: Type.Number() } })],
  ])("is asked for as it was %s", (_, type) => {
    expect(type).toBe("AddedFields");
  });

  test("is asked for where the answer has properties of any name, which the type without one could not say", () => {
    const open = { description: "The sum.", body: openObject({ type: Type.Literal("added"), id, sum: Type.Number() }) };
    expect(returned({ id }, open)).not.toContain("Repeating");
  });
});
