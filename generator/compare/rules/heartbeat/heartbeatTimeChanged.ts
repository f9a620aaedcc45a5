import { quote } from "../../../diagnostics.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { both, breaksNewClients, NOTHING, risky } from "../verdicts.ts";
import { aboutHeartbeat } from "./aboutHeartbeat.ts";

/** The answer carries the time, elsewhere or no more. */
export const heartbeatTimeChanged: Rule = {
  title: "The answer of a heartbeat carries the time, elsewhere, or no more",
  explanation:
    "Servers fill in the time by themselves where the contract says so. Whether frames pass, the schema of the answer says; who reads the time in the other place finds none.",
  opposite: "heartbeat-time-changed",
  *find(pair: ContractPair): Iterable<Finding> {
    const [before, after] = [pair.before.session.heartbeat, pair.after.session.heartbeat];
    if (before === null || after === null || before.time === after.time) return;
    yield {
      ...aboutHeartbeat("after", after.from, "/time"),
      text: `the answer has the time ${described(after.time)}; it had it ${described(before.time)}`,
      identity: [before.time ?? null, after.time ?? null],
      ...both(
        before.time === undefined ? NOTHING : risky("an old client that reads the time may find none"),
        after.time === undefined ? NOTHING : breaksNewClients(),
      ),
    };
  },
};

function described(place: string | undefined): string {
  return place === undefined ? "nowhere" : `at ${quote(place)}`;
}
