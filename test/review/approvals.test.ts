import { describe, expect, test } from "vitest";
import { applyApprovals } from "../../generator/compare/living/approvals.ts";
import { chatDocument } from "../diagnostics/chat.ts";
import { runHere } from "../support/runHere.ts";
import { put, repository } from "./repository.ts";
import { changeOf, reviewOf } from "./support/someReviews.ts";

const PACKAGE = "generated/chat/asyncapi.yaml";
const DOCUMENT = chatDocument();
/** The client's message has one more required field. */
const STRICTER = chatDocument("more: { type: string }").replace(/required: \[(type[^\]]*)\]/, "required: [$1, more]");

/** A project whose contract breaks old clients, and what its review says with these settings. */
async function reviewWith(settings: (fingerprint: string) => string, ...args: readonly string[]) {
  const project = repository({ [PACKAGE]: DOCUMENT });
  put(project, { [PACKAGE]: STRICTER });
  const { stdout } = await runHere(["review", "--against", "HEAD", "--json"], project);
  put(project, { "wirepact.yaml": settings(JSON.parse(stdout).protocols[0].changes[0].fingerprint) });
  return runHere(["review", "--against", "HEAD", ...args], project);
}

const entry = (fingerprint: string, more = "") => `{ fingerprint: "${fingerprint}", reason: nobody is left, by: ada${more} }`;

describe("a change that somebody approves", () => {
  test("passes, and says who let it", async () => {
    const { status, stdout, stderr } = await reviewWith((one) => `review: { approvals: [${entry(one)}] }`);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("1 breaking (1 approved)");
    expect(stdout).toContain("approved by ada: nobody is left");
  });

  test("passes until its day is over", async () => {
    const lasting = await reviewWith((one) => `review: { approvals: [${entry(one, ', until: "9999-12-31"')}] }`);
    expect(lasting).toMatchObject({ status: 0, stdout: expect.stringContaining("approved by ada until 9999-12-31") });
    const over = await reviewWith((one) => `review: { approvals: [${entry(one, ', until: "2020-02-29"')}] }`);
    expect(over.status).toBe(1);
    expect(over.stderr).toMatch(
      /^wirepact\.yaml:1:23 - warning expired-approval: the approval of [0-9a-f]{12} by ada ended on 2020-02-29;/,
    );
  });

  test("passes in that protocol only", async () => {
    const other = await reviewWith((one) => `review: { approvals: [${entry(one, ", protocol: news")}] }`);
    expect(other.status).toBe(1);
    expect(await reviewWith((one) => `review: { approvals: [${entry(one, ", protocol: chat")}] }`)).toMatchObject({ status: 0 });
  });

  test("is shown in every format", async () => {
    const settings = (one: string) => `review: { approvals: [${entry(one)}] }`;
    for (const format of ["markdown", "github"])
      expect((await reviewWith(settings, "--format", format)).stdout).toMatch(/approved by ada.*nobody is left/);
    const json = JSON.parse((await reviewWith(settings, "--json")).stdout);
    expect([json.ok, json.protocols[0].changes[0].approved]).toEqual([true, { by: "ada", reason: "nobody is left" }]);
    const sarif = JSON.parse((await reviewWith(settings, "--format", "sarif")).stdout);
    expect(sarif.runs[0].results[0]).toMatchObject({ level: "warning", suppressions: [{ justification: "nobody is left" }] });
  });

  test("is told how to, where one is found", async () => {
    const { status, stderr } = await reviewWith(() => "");
    expect({ status, stderr }).toMatchInlineSnapshot(`
      {
        "status": 1,
        "stderr": "wirepact.yaml lets a finding pass: review: { approvals: [{ fingerprint: "a05b0c0135fc", protocol: chat, reason: "…", by: "…" }] }; npx wirepact explain required-field-added tells what to do instead
      ",
      }
    `);
  });
});

test("an approval of nothing is told, and fails nothing", async () => {
  const { status, stderr } = await reviewWith(
    (one) => `review:\n  approvals:\n    - ${entry(one)}\n    - ${entry("0123456789ab")}\n`,
  );
  expect({ status, stderr }).toMatchInlineSnapshot(`
    {
      "status": 0,
      "stderr": "wirepact.yaml:4:7 - warning stale-approval: no change has the fingerprint 0123456789ab any more: it is gone, or became another one, to be looked at again; remove the entry
    ",
    }
  `);
});

test("an approval of a protocol that was not compared is not judged", () => {
  const approval = { fingerprint: "0123456789ab", protocol: "news", reason: "old", by: "ada", until: undefined, pointer: "" };
  const reviews = [reviewOf("chat", [changeOf({})])];
  expect(applyApprovals(reviews, [approval], { today: "2026-01-01", isAll: false }).stale).toEqual([]);
  expect(applyApprovals([...reviews, reviewOf("news", [])], [approval], { today: "2026-01-01", isAll: false }).stale).toEqual([
    approval,
  ]);
  const general = { ...approval, protocol: undefined, fingerprint: "ffffffffffff" };
  expect(applyApprovals(reviews, [general], { today: "2026-01-01", isAll: false }).stale).toEqual([]);
  expect(applyApprovals(reviews, [general], { today: "2026-01-01", isAll: true }).stale).toEqual([general]);
});

test("an approval counts on its last day", () => {
  const approval = {
    fingerprint: "0123456789ab",
    protocol: undefined,
    reason: "old",
    by: "ada",
    until: "2026-01-31",
    pointer: "",
  };
  const passes = (today: string) =>
    applyApprovals([reviewOf("chat", [changeOf({})])], [approval], { today, isAll: true }).reviews[0]?.changes[0]?.approved !==
    undefined;
  expect(["2026-01-30", "2026-01-31", "2026-02-01"].map(passes)).toEqual([true, true, false]);
});

test("an approval of a change of types is not stale where frames alone are compared", async () => {
  const project = repository({ [PACKAGE]: DOCUMENT });
  put(project, { [PACKAGE]: chatDocument("more: { type: string }") });
  const { stdout } = await runHere(["review", "--against", "HEAD", "--level", "types", "--json"], project);
  const [first] = JSON.parse(stdout).protocols[0].changes;
  put(project, { "wirepact.yaml": `review: { approvals: [${entry(first.fingerprint)}] }` });
  expect(await runHere(["review", "--against", "HEAD"], project)).toMatchObject({ stderr: "" });
});

describe("settings that say nothing are refused:", () => {
  test.each([
    ["review: 5", "review must hold approvals, version or both; see docs/review.md"],
    ["review: { approval: [] }", 'nothing reads "approval" here; did you mean "approvals"?'],
    ["review: { approvals: 5 }", "approvals must be a list of { fingerprint, reason, by }"],
    ["review: { approvals: [5] }", "an entry of approvals must be { fingerprint, reason, by }"],
    ["review: { approvals: [{ fingerprint: 123456789012, reason: a, by: b }] }", "fingerprint must be the twelve digits"],
    ['review: { approvals: [{ fingerprint: "0123456789ab", by: b }] }', "this entry has no reason"],
    ['review: { approvals: [{ fingerprint: "0123456789ab", reason: a }] }', "this entry names nobody"],
    [
      `review: { approvals: [${entry("0123456789ab", ", until: soon")}] }`,
      'until must be a day such as "2027-01-31", not "soon"',
    ],
    [`review: { approvals: [${entry("0123456789ab", ", until: 2027-02-30")}] }`, 'not "2027-02-30"'],
    ["review: { version: loud }", 'version must be error, warning or off, not "loud"'],
  ])("%s", async (settings, text) => {
    const { status, stderr } = await reviewWith(() => settings);
    expect(stderr).toContain(text);
    expect(stderr).toContain("error bad-settings:");
    expect(status).toBe(2);
  });
});

describe("a version that moves less than its changes ask for", () => {
  const additive = async (level: string) => {
    const project = repository({ [PACKAGE]: DOCUMENT });
    put(project, { [PACKAGE]: chatDocument("more: { type: string }"), "wirepact.yaml": `review: { version: ${level} }` });
    return runHere(["review", "--against", "HEAD"], project);
  };

  test("is told", async () => {
    expect(await additive("warning")).toMatchObject({ status: 0, stdout: expect.stringContaining("it is still 1.0.0") });
  });

  test("fails where the project says so", async () => expect(await additive("error")).toMatchObject({ status: 1 }));

  test("is nobody's business where the project says so", async () => {
    expect(await additive("off")).toMatchObject({ status: 0, stdout: expect.not.stringContaining("version:") });
  });
});
