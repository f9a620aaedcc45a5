import { describe, expect, test } from "vitest";
import type { Finding } from "../../generator/compare/change.ts";
import { compareContracts } from "../../generator/compare/compareContracts.ts";
import { type ContractPair, pairContracts } from "../../generator/compare/contractPair.ts";
import { contractRules } from "../../generator/compare/reviewRules.ts";
import { Sessions } from "../../generator/compare/sessions.ts";
import type { Contract } from "../../generator/model/contract.ts";
import { contractOf as contractOfDocument } from "../support/makeFiles.ts";
import { contractOf, reviewCases } from "./reviewCases.ts";

/** What a rule says of a change, but for what it shows. */
function verdicts(pair: ContractPair): unknown[] {
  return Object.entries(contractRules).flatMap(([rule, { find }]) =>
    [...find(pair)].map(({ message, text, meetings, identity }: Finding) => ({ rule, message, text, meetings, identity })),
  );
}

/** The pair as a review has it that has shown all the sessions it may. */
function spent(before: Contract, after: Contract): ContractPair {
  const pair = pairContracts(before, after);
  return { ...pair, sessions: new Sessions({ before, after }, pair.names, pair.proof, 0) };
}

describe("what is said of a change rests on no session that another change may have taken:", () => {
  test.each(reviewCases())("%s", async (name) => {
    const [before, after] = [await contractOf(name, "before.yaml"), await contractOf(name, "after.yaml")];
    expect(verdicts(spent(before, after))).toEqual(verdicts(pairContracts(before, after)));
    expect(verdicts(spent(after, before))).toEqual(verdicts(pairContracts(after, before)));
  });
});

/** How a message of a pair is written, by its number. */
const named = (name: string, number: number) => ({
  payload: {
    type: "object",
    required: ["type", "id"],
    properties: { type: { const: `${name}${number}` }, id: { type: "string" } },
  },
});

/** A contract of requests and their answers; the last one's pair agrees in its id where that is said. */
function jobs(count: number, answered: number, isMatched: boolean): Contract {
  const all = Array.from({ length: count }, (_, number) => number);
  const channel = { $ref: "#/channels/jobs" };
  const to = (name: string) => [{ $ref: `#/channels/jobs/messages/${name}` }];
  const asking = (number: number) => ({
    action: "receive",
    channel,
    messages: to(`ask${number}`),
    ...(number === count - 1 || number < answered ? { reply: { channel, messages: to(`tell${number}`) } } : {}),
    ...(number === count - 1 && isMatched ? { "x-wirepact": { reply: { match: [["/id", "/id"]] } } } : {}),
  });
  return contractOfDocument({
    asyncapi: "3.0.0",
    info: { title: "Jobs", version: "1.0.0" },
    channels: {
      jobs: {
        address: "/jobs",
        messages: Object.fromEntries(
          all.flatMap((number) => [
            [`ask${number}`, named("ask", number)],
            [`tell${number}`, named("tell", number)],
          ]),
        ),
      },
    },
    operations: {
      ...Object.fromEntries(all.map((number) => [`ask${number}`, asking(number)])),
      send: { action: "send", channel, messages: all.flatMap((number) => to(`tell${number}`)) },
    },
  });
}

test("a change is told the same beside hundreds of others", () => {
  const count = 321;
  const told = (before: Contract, after: Contract) => {
    const changes = compareContracts(before, after, { level: "wire" });
    const last = changes.filter(({ rule }) => rule === "reply-match-changed");
    return { others: changes.length - last.length, last: last.map(({ judgement, fingerprint }) => ({ judgement, fingerprint })) };
  };
  const alone = told(jobs(count, 0, true), jobs(count, 0, false));
  const beside = told(jobs(count, 0, true), jobs(count, count, false));
  expect(alone).toMatchObject({ others: 0, last: [{ judgement: "breaking" }] });
  expect(beside).toEqual({ ...alone, others: count - 1 });
}, 60_000);
