import { quote } from "../../diagnostics.ts";
import { replyPlaces } from "../../model/replyPlaces.ts";
import { wordsOf } from "../casing.ts";
import { fieldNames } from "../fieldNames.ts";
import { isHeartbeat } from "../isHeartbeat.ts";
import type { LintRule } from "../rule.ts";
import type { Subject } from "../subject.ts";

/** A request can be refused in words. */
export const replyWithoutError: LintRule = {
  level: "warning",
  title: "A request that cannot be told to have failed",
  explanation:
    "A request whose pair has no error message, in a protocol without a general one, fails by never being answered: the caller waits for its timeout and learns nothing. Add `.orError(MESSAGE)` to the pair, or `errors` to the protocol, which holds for all of its requests. The heartbeat is not meant, nor a request whose reply has a field that tells the outcome, such as `success`, `status` or `error`.",
  *check(subject) {
    const { contract } = subject;
    if (contract.session.errors !== null) return;
    const places = new Map([...replyPlaces(contract, "client"), ...replyPlaces(contract, "server")]);
    for (const { request, replies, errors } of contract.replies) {
      if (errors.length > 0 || isHeartbeat(contract, request) || replies.some((name) => tellsOutcome(subject, name))) continue;
      yield {
        pointer: places.get(request) ?? "",
        text: `nothing tells that ${quote(request)} failed; give the pair an error message, or the protocol a general one`,
        about: request,
      };
    }
  },
};

/** Words by which a reply says how it went. */
const OUTCOMES: ReadonlySet<string> = new Set(
  "error errors err failed failure failures success successful succeeded ok status outcome rejected accepted".split(" "),
);

/** Whether a reply has a field by which it tells how the request went. */
function tellsOutcome({ contract, messages }: Subject, name: string): boolean {
  const frame = messages.find((message) => message.name === name)?.frame ?? true;
  return [...fieldNames(contract.document, frame)].some((field) => wordsOf(field).some((word) => OUTCOMES.has(word)));
}
