import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { both, NOTHING } from "../verdicts.ts";
import { aboutHeartbeat, takenForDead } from "./aboutHeartbeat.ts";

/** A heartbeat from now on. */
export const heartbeatAdded: Rule = {
  title: "A heartbeat was added",
  explanation:
    "Whoever may ask takes a connection for dead where nobody answers. Old clients do not answer a server that asks, so let servers ask only when all clients answer; old servers do not answer new clients, so roll servers out first.",
  opposite: "heartbeat-removed",
  *find(pair: ContractPair): Iterable<Finding> {
    const { heartbeat } = pair.after.session;
    if (heartbeat === null || pair.before.session.heartbeat !== null) return;
    yield {
      ...aboutHeartbeat("after", heartbeat.from),
      text: `the ${heartbeat.from.join(" and the ")} may ask by ${quote(heartbeat.ping)}, and ${quote(heartbeat.pong)} answers`,
      identity: [heartbeat.ping, heartbeat.pong, [...heartbeat.from].sort(), heartbeat.time ?? null],
      ...heartbeat.from.map((asker) => takenForDead(pair, "after", asker)).reduce(both, NOTHING),
    };
  },
};
