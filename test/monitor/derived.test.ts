import { describe, expect, test } from "vitest";
import type { Contract } from "../../generator/model/contract.ts";
import { createFrameReader } from "../../generator/monitor/frameReader.ts";
import { PROTOCOLS } from "../support/protocols.ts";
import { contractOf } from "./contractOf.ts";
import { drop, judge, move, twice } from "./edits.ts";

/** What may go missing unnoticed: nodetool's document itself leaves out acknowledgements where a stream tells all. */
const MAY_BE_DROPPED = new Set(["streamed-input 2", "client-tools 3"]);

for (const protocol of PROTOCOLS) {
  const contract = await contractOf(protocol);
  const answers = answersIn(contract);

  describe.skipIf(answers.length === 0)(`each answer in the sessions of ${protocol}'s document is missed where it is`, () => {
    const rulesAfter = (scenario: string, edit: ReturnType<typeof drop>) =>
      judge(contract, edit(contract.session.scenarios.find(({ name }) => name === scenario)?.steps ?? []));

    test.each(answers)("dropped: %s %i", (scenario, place) => {
      const broken = rulesAfter(scenario, drop(place));
      expect(broken.length > 0).toBe(!MAY_BE_DROPPED.has(`${scenario} ${place}`));
      for (const one of broken) expect(one).toMatch(/ (unanswered|opening|stream|state) /);
    });

    test.each(answers)("said twice: %s %i", (scenario, place) => {
      const [first] = rulesAfter(scenario, twice(place));
      expect(first).toMatch(new RegExp(`^${place + 1} (reply|reply-fields|opening|stream) `));
    });

    test.each(answers.filter(([, place]) => place > 1))("said first of all: %s %i", (scenario, place) => {
      expect(rulesAfter(scenario, move(place, 1))[0]).toMatch(/^1 (reply|opening) /);
    });
  });
}

/** The frames that only an earlier one explains: answers that are no errors, and the opening. */
function answersIn({ replies, session, ...contract }: Contract): (readonly [scenario: string, place: number])[] {
  const reader = createFrameReader({ replies, session, ...contract });
  const known = new Set([session.opening, ...replies.flatMap((pair) => pair.replies)]);
  return session.scenarios.flatMap(({ name, steps }) =>
    steps.flatMap(({ from, frame }, index) => {
      const result = reader[from](frame);
      return result.ok && known.has(result.message) ? [[name, index + 1] as const] : [];
    }),
  );
}
