import { quote } from "../../diagnostics.ts";
import { replyPlaces } from "../../model/replyPlaces.ts";
import type { LintRule } from "../rule.ts";

/** A request can be refused in words. */
export const replyWithoutError: LintRule = {
  level: "warning",
  title: "A request that cannot be told to have failed",
  explanation:
    "A request whose pair has no error message, in a protocol without a general one, fails by never being answered: the caller waits for its timeout and learns nothing. Add `.orError(MESSAGE)` to the pair, or `errors` to the protocol, which holds for all of its requests. The heartbeat is not meant.",
  *check({ contract }) {
    const { errors: general, heartbeat } = contract.session;
    if (general !== null) return;
    const places = new Map([...replyPlaces(contract, "client"), ...replyPlaces(contract, "server")]);
    for (const { request, errors } of contract.replies) {
      if (errors.length > 0 || request === heartbeat?.ping) continue;
      yield {
        pointer: places.get(request) ?? "",
        text: `nothing tells that ${quote(request)} failed; give the pair an error message, or the protocol a general one`,
        about: request,
      };
    }
  },
};
