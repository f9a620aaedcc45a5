import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import type { Rule } from "../rule.ts";
import { breaksBoth } from "../verdicts.ts";

/** Another transport. */
export const transportChanged: Rule = {
  title: "Frames travel over another transport",
  explanation: "WebSocket and Socket.IO do not understand each other. Offer the new transport beside the old one.",
  opposite: "transport-changed",
  *find(pair: ContractPair): Iterable<Finding> {
    const [before, after] = [pair.before.transport, pair.after.transport];
    if (before === after) return;
    yield {
      level: "wire",
      message: null,
      from: ["client", "server"],
      pointer: "/x-wirepact/transport",
      side: "after",
      text: `the transport is ${after}; it was ${before}`,
      code: "breaking",
      identity: [before, after],
      ...breaksBoth(`${before} and ${after} do not understand each other`),
    };
  },
};
