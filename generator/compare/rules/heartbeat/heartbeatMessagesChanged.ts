import { quote } from "../../../diagnostics.ts";
import type { Finding, Side } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { breaksBoth } from "../verdicts.ts";
import { aboutHeartbeat } from "./aboutHeartbeat.ts";

/** Other messages ask and answer. */
export const heartbeatMessagesChanged: Rule = {
  title: "A heartbeat asks or answers by another message",
  explanation:
    "Who has the other contract does not answer the new question, or does not take the new answer for one: the connection is taken for dead.",
  opposite: "heartbeat-messages-changed",
  *find(pair: ContractPair): Iterable<Finding> {
    const [before, after] = [messagesOf(pair, "before"), messagesOf(pair, "after")];
    if (before === undefined || after === undefined || before === after) return;
    yield {
      ...aboutHeartbeat("after", pair.after.session.heartbeat?.from ?? []),
      text: `${after}; before ${before}`,
      identity: [before, after],
      ...breaksBoth("who asks gets no answer that it knows, and takes the connection for dead"),
    };
  },
};

function messagesOf({ names, ...pair }: ContractPair, side: Side): string | undefined {
  const { heartbeat } = pair[side].session;
  if (heartbeat === null) return undefined;
  return `${quote(names.told(side, heartbeat.ping))} is answered by ${quote(names.told(side, heartbeat.pong))}`;
}
