import { pointerSteps, type ReplyDescriptor } from "@wirepact/runtime";
import { quote } from "../../diagnostics.ts";
import type { Json } from "../../json.ts";
import type { Contract } from "../../model/contract.ts";
import { schemaAt } from "../../model/frame.ts";
import { replyPlaces } from "../../model/replyPlaces.ts";
import { follow } from "../../reference.ts";
import { isHeartbeat } from "../isHeartbeat.ts";
import type { LintRule } from "../rule.ts";
import type { Subject } from "../subject.ts";
import { varies } from "../varies.ts";

/** An answer says which request it answers. */
export const replyUncorrelated: LintRule = {
  level: "warning",
  title: "A reply pair that two requests under way would mix up",
  explanation:
    "Where nothing in an answer names its request, answers are paired with requests in the order in which they come: first in, first out. Servers made by Wirepact hold each answer back until those before it are out, so that one slow request holds up all behind it; servers that others write answer the faster one first, and each caller gets the other's answer. Give the request a field that its answers repeat (`.matching(\"requestId\")`, AsyncAPI's `correlationId`, or `match` in x-wirepact), and name it as `id` where it does nothing else, so that clients fill it. Where the server answers in order by contract, ignore the rule for the request and give that as the reason. A request that always asks the same, and is the only one with its reply, is not meant: its answers are as good as each other. Pairs that share a reply are told once.",
  *check(subject) {
    const { contract } = subject;
    const places = new Map([...replyPlaces(contract, "client"), ...replyPlaces(contract, "server")]);
    for (const pair of contract.replies) {
      const { request, replies, errors, match } = pair;
      if (match.length > 0 || isHeartbeat(contract, request) || isHarmless(pair, subject)) continue;
      const answers = [...replies, ...errors].map(quote).join(" or ");
      const text = `nothing in ${answers} tells which of two ${quote(request)} is answered; let the answers repeat a field of the request`;
      yield { pointer: places.get(request) ?? "", text, about: request, fault: JSON.stringify([...replies].sort()) };
    }
  },
};

/** Whether answers that change places do no harm: all requests that they may be for ask the same. */
function isHarmless({ request, replies }: ReplyDescriptor, { contract }: Subject): boolean {
  const others = contract.replies.filter((other) => other.replies.some((name) => replies.includes(name)));
  const frame = contract.messages.find(({ name }) => name === request)?.frame ?? true;
  return others.length === 1 && !varies(contract.document, frame, new Set(proofsIn(contract, frame)));
}

/** The parts of a frame that prove who sends it: they ask for nothing. */
function proofsIn({ document, endpoint }: Contract, frame: Json): Json[] {
  return endpoint.credentials.flatMap(({ descriptor }) => {
    if (descriptor?.kind !== "eip191") return [];
    const schema = schemaAt(document, frame, pointerSteps(descriptor.pointer)) ?? true;
    return follow(document, schema, "")?.value ?? [];
  });
}
