import { quote } from "../../diagnostics.ts";
import { callsOf } from "../../model/calls.ts";
import type { Message } from "../../model/contract.ts";
import { bareName, wordsOf } from "../casing.ts";
import { fieldNames } from "../fieldNames.ts";
import type { LintRule } from "../rule.ts";
import type { Subject } from "../subject.ts";

/** Words with which people ask for something. */
const ASKING: ReadonlySet<string> = new Set(["get", "list", "fetch", "query", "search", "find", "request", "load"]);

/** Names of fields that only tell requests apart. */
const REQUEST_IDS: ReadonlySet<string> = new Set(["requestid", "reqid", "correlationid", "callid"]);

/** Who asks is answered. */
export const requestWithoutReply: LintRule = {
  level: "warning",
  title: "A message that asks, and has no reply",
  explanation:
    "A client's message whose name begins with a word of asking (get, list, fetch, query, search, find, request, load), or that carries an id of the request, expects an answer; the contract names none. Stubs then offer a call that returns nothing, and nobody checks that the answer comes. Declare the reply pair, or the stream that the message starts.",
  *check(subject) {
    const { contract } = subject;
    for (const { message, reply, stream } of callsOf(contract, "client")) {
      const isPart = contract.replies.some(({ replies, errors }) => [...replies, ...errors].includes(message.name));
      if (reply !== null || stream !== null || isPart || message.from.includes("server")) continue;
      const sign = signOf(subject, message);
      if (sign !== undefined)
        yield {
          pointer: message.pointer,
          text: `${quote(message.name)} asks for something (${sign}), and no message answers it; declare its reply or stream`,
        };
    }
  },
};

function signOf({ contract }: Subject, { name, frame }: Message): string | undefined {
  const verb = wordsOf(name)[0] ?? "";
  if (ASKING.has(verb)) return `it begins with ${quote(verb)}`;
  const id = [...fieldNames(contract.document, frame)].find((field) => REQUEST_IDS.has(bareName(field)));
  return id === undefined ? undefined : `it has ${quote(id)}`;
}
