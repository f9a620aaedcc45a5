import { describe, expect, test } from "vitest";
import type { Change, Meeting } from "../../generator/compare/change.ts";
import { type ReviewRule, reviewRules } from "../../generator/compare/reviewRules.ts";
import { reviewCase, reviewCases } from "./reviewCases.ts";

/** A client with the one contract at a server with the other is the same pair on the way back; these rules see more in it there. */
const ONE_WAY: Readonly<Partial<Record<ReviewRule, string>>> = {
  "message-removed": "an old client may wait for what is gone; a new one that waits for what is new is written with its server",
  "message-direction-removed": "the same of one direction",
  "message-renamed": "it is a message that is gone, and one that is new",
  "sunset-changed": "it is about what clients were told, whatever they send",
};

/** The rules, each told by the first of itself and its opposite, by which a client may fail or miss something in a meeting. */
function told(changes: readonly Change[], meeting: Meeting): readonly string[] {
  const rules = changes.filter(({ meetings }) => meetings[meeting] !== "safe").map(({ rule }) => rule);
  const pairs = rules.map((rule) => {
    const { opposite } = reviewRules[rule];
    return typeof opposite === "string" ? [rule, opposite].sort() : [rule];
  });
  return [...new Set(pairs.filter((pair) => !pair.some((rule) => rule in ONE_WAY)).flatMap(([first = ""]) => first))].sort();
}

describe("who meets whom is judged alike on the way there and back:", () => {
  test.each(reviewCases())("%s", async (name) => {
    const [there, back] = (await reviewCase(name)).wire.map(({ changes }) => changes);
    expect(told(there ?? [], "oldClientNewServer")).toEqual(told(back ?? [], "newClientOldServer"));
    expect(told(there ?? [], "newClientOldServer")).toEqual(told(back ?? [], "oldClientNewServer"));
  });
});
