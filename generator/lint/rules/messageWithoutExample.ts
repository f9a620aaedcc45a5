import { quote } from "../../diagnostics.ts";
import type { LintRule } from "../rule.ts";
import { varies } from "../varies.ts";

/** Every message is shown once. */
export const messageWithoutExample: LintRule = {
  level: "warning",
  title: "A message without an example",
  explanation:
    'Examples are what readers of a protocol look at first; pages, mocks and fixtures show and send them, and `generate` checks each by the validators. Add one to `examples`. A message in which nothing varies, such as `{ type: "PING" }`, needs none, and a frame of a scenario counts.',
  *check({ contract, messages, samples }) {
    for (const { name, pointer, frame } of messages) {
      if (samples.messages.has(name) || !varies(contract.document, frame)) continue;
      yield { pointer, text: `${quote(name)} has no example; add one, which pages, mocks and fixtures then show` };
    }
  },
};
