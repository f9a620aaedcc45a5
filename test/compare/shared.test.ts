import fc from "fast-check";
import { expect, test } from "vitest";
import { BUDGET } from "../../generator/compare/schema/budget.ts";
import { createInclude, include } from "../../generator/compare/schema/include.ts";
import type { Sends } from "../../generator/compare/schema/inclusion.ts";
import type { Json, JsonObject } from "../../generator/json.ts";
import { definitions, randomSchema } from "../support/hostile/randomSchemas.ts";
import { PROTOCOLS } from "../support/protocols.ts";
import { shippedContract } from "../support/shipped.ts";

const SENDS: readonly Sends[] = ["admitted", "described"];

/** The same definitions, but for one of them: what is found of the others is found once. */
const changed: JsonObject = { ...definitions, Leaf: { type: "string", minLength: 1 } };

test.each(SENDS)("questions of the same two documents have the answers that each has for itself (%s)", (sends) => {
  const [document, other] = [{ components: { schemas: definitions } }, { components: { schemas: changed } }];
  fc.assert(
    fc.property(fc.array(fc.tuple(randomSchema, randomSchema), { maxLength: 8 }), (pairs) => {
      const ask = createInclude(document, other, BUDGET, sends);
      const again: readonly (readonly [Json, Json])[] = pairs.flatMap(([a, b]) => [
        [a, b],
        [a, a],
        [{ anyOf: [a, b] }, b],
      ]);
      const together = again.map(([a, b]) => ask(a, b).kind);
      const alone = again.map(([a, b]) => include({ document, schema: a }, { document: other, schema: b }, BUDGET, sends).kind);
      expect(together).toEqual(alone);
    }),
    { numRuns: 30 },
  );
});

test.each(PROTOCOLS)("of %s, each message is included in itself, and no two messages are left open", async (protocol) => {
  const { document, messages } = await shippedContract(protocol);
  const ask = createInclude(document, document);
  for (const one of messages) {
    expect(ask(one.frame, one.frame)).toEqual({ kind: "included" });
    const open = messages.slice(0, 8).filter((other) => ask(one.frame, other.frame).kind === "unknown");
    expect(open.map(({ name }) => name)).toEqual([]);
  }
});
