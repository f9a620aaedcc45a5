import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sarifReport } from "../../generator/compare/report/sarif.ts";
import { payloads } from "../support/hostile/payloads.ts";
import { changeOf, reviewOf, SOME_REVIEWS, somePlace } from "./support/someReviews.ts";

const CONTEXT = { against: "origin/main", strict: false, place: somePlace, version: "0.1.0" };

const validate = sarifValidator();

describe("what is told as SARIF is SARIF 2.1.0", () => {
  test("whatever is told", () => expect(problemsOf(sarifReport(SOME_REVIEWS, CONTEXT))).toEqual([]));
  test("without places", () => expect(problemsOf(sarifReport(SOME_REVIEWS, { against: "x", strict: true }))).toEqual([]));
  test("where nothing is told", () => expect(problemsOf(sarifReport([], CONTEXT))).toEqual([]));

  test.each(Object.entries(payloads))("with %s in it", (_name, payload) => {
    expect(problemsOf(sarifReport([hostileReview(payload)], hostileContext(payload)))).toEqual([]);
  });

  test("with any text in it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(problemsOf(sarifReport([hostileReview(text)], hostileContext(text)))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

test("a text has no placeholders and no links: https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html#_Toc34317459", () => {
  const told = JSON.parse(sarifReport([hostileReview("{0} [x](https://evil.invalid)")], CONTEXT));
  expect(told.runs[0].results[0].message.text).toContain("{{0}} [x] (https://evil.invalid)");
});

test("each result is of a rule of the run, at a place of the repository", () => {
  const [run] = JSON.parse(sarifReport(SOME_REVIEWS, CONTEXT)).runs;
  const { rules } = run.tool.driver;
  for (const { ruleId, ruleIndex } of run.results) expect(rules[ruleIndex].id).toBe(ruleId);
  const files = run.results.flatMap(({ locations: [{ physicalLocation }] }: { locations: [{ physicalLocation?: Physical }] }) =>
    physicalLocation === undefined ? [] : [physicalLocation.artifactLocation.uri],
  );
  expect(new Set(files)).toEqual(new Set(["schemas/chat/protocol.ts"]));
});

interface Physical {
  readonly artifactLocation: { readonly uri: string };
}

test("of more results than are shown, the rest is told", () => {
  const many = Array.from({ length: 5002 }, (_, index) => changeOf({ judgement: "breaking", fingerprint: `${index}` }));
  const [run] = JSON.parse(sarifReport([reviewOf("chat", many)], CONTEXT)).runs;
  expect(run.results).toHaveLength(5000);
  expect(run.invocations[0].toolExecutionNotifications[0].message.text).toContain("and 3 more changes");
});

function hostileReview(text: string) {
  const witness = { meeting: "oldClientNewServer", from: "client", message: text, encoding: "json", path: text, text } as const;
  const named = {
    message: text,
    text,
    reason: text,
    proof: text,
    alsoIn: [text],
    pointer: `/${text}`,
    approved: { by: text, reason: text },
  };
  return reviewOf("chat", [changeOf({ ...named, judgement: "breaking", witness: { ...witness, frame: { [text]: text } } })]);
}

function hostileContext(text: string) {
  return { ...CONTEXT, against: text, place: () => ({ file: `schemas/${text}.ts`, line: 1, column: 1 }) };
}

function problemsOf(report: string): unknown {
  return validate(JSON.parse(report)) ? [] : validate.errors;
}

/** The schema is one of draft-04, of which it uses nothing that draft-07 reads otherwise. */
function sarifValidator(): ValidateFunction {
  const url = new URL("sarif/sarif-2.1.0-rtm.5.json", import.meta.url);
  const { $schema: _dialect, id: _id, ...schema } = JSON.parse(readFileSync(url, "utf8"));
  // An absolute base makes a reference of what RFC 3986 knows as one; blanks and the like it does not.
  const reference = (text: string) => !/[\s<>"{}|\\^`]/.test(text) && URL.canParse(text, "file:///root/");
  const uri = (text: string) => reference(text) && URL.canParse(text);
  const formats = { uri, "uri-reference": reference, "date-time": /^\d{4}-\d\d-\d\dT/ };
  return new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, formats }).compile(schema);
}
