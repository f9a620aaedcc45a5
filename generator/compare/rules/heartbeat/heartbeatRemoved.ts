import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { both, NOTHING } from "../verdicts.ts";
import { aboutHeartbeat, isAnswered, takenForDead } from "./aboutHeartbeat.ts";

/** A heartbeat no more. */
export const heartbeatRemoved: Rule = {
  title: "A heartbeat was removed",
  explanation:
    "An old client that asks takes the connection for dead where a new server does not answer, and connects again and again. Go on answering until no client asks.",
  opposite: "heartbeat-added",
  *find(pair: ContractPair): Iterable<Finding> {
    const { heartbeat } = pair.before.session;
    if (heartbeat === null || pair.after.session.heartbeat !== null) return;
    const isKept = heartbeat.from.every((asker) => isAnswered(pair, "before", asker));
    yield {
      ...aboutHeartbeat("before", heartbeat.from),
      text: `nobody asks by ${quote(heartbeat.ping)} any more${isKept ? "" : ", nor answers"}`,
      identity: [heartbeat.ping, heartbeat.pong, [...heartbeat.from].sort(), heartbeat.time ?? null],
      ...heartbeat.from.map((asker) => takenForDead(pair, "before", asker)).reduce(both, NOTHING),
    };
  },
};
