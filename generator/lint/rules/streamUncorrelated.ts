import { quote } from "../../diagnostics.ts";
import type { LintRule } from "../rule.ts";

/** Messages of a stream say whose they are, or one runs at a time. */
export const streamUncorrelated: LintRule = {
  level: "warning",
  title: "Streams that nothing tells apart, and no word that one runs at a time",
  explanation:
    "Messages of two streams of one start are told apart by the fields that they share with it (`match`), or by the name that the other side gave the stream (`key`). Where a contract has neither, stubs run one at a time and queue the next; peers that others wrote do not know. Give the messages such a field, or say `concurrent: 1`.",
  *check({ contract }) {
    for (const [number, { start, match, key, concurrent }] of contract.session.streams.entries()) {
      if (match.length > 0 || key !== undefined || concurrent === 1) continue;
      const text = `nothing tells two streams of ${quote(start)} apart; say \`concurrent: 1\`, or where their messages name them (match, key)`;
      yield { pointer: `/x-wirepact/streams/${number}`, text, about: start };
    }
  },
};
