import { quote } from "../../diagnostics.ts";
import { bareName } from "../casing.ts";
import type { LintRule } from "../rule.ts";

/** Reserved by version 4, which generate refuses, in their spelling there. */
const RESERVED = ["connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"];

/** Raised by clients of versions 1 and 2 on the same object as events of the protocol. */
const OLD = [
  "connect_timeout",
  "connecting",
  "reconnect",
  "reconnect_attempt",
  "reconnect_error",
  "reconnect_failed",
  "reconnecting",
  "ping",
  "pong",
];

/** An event means the same to every Socket.IO. */
export const eventOfOldSocketio: LintRule = {
  level: "warning",
  title: "An event that some Socket.IO takes for its own",
  explanation:
    "Events that Socket.IO 4 reserves are refused by `generate` (`reserved-event`). Three kinds pass and bite later: one that differs from a reserved one in spelling alone (`Disconnect`), which people confuse; one that clients of versions 1 and 2 raise themselves (`reconnect`, `ping`, `pong`, …), so that they hear it without its being sent; and `error` from a client, which ends the process of a server before 4.6.2 that does not listen for it (CVE-2024-38355). Choose another name.",
  *check({ contract, messages }) {
    if (contract.transport !== "socketio") return;
    for (const { name, from, pointer } of messages) {
      const reason = reasonOf(name, from.includes("client"));
      if (reason !== undefined) yield { pointer, text: `the event ${quote(name)} ${reason}; choose another name` };
    }
  },
};

function reasonOf(name: string, isOfClient: boolean): string | undefined {
  const meant = RESERVED.find((one) => one !== name && bareName(one) === bareName(name));
  if (meant !== undefined) return `differs in spelling alone from ${quote(meant)}, which Socket.IO reserves`;
  if (OLD.includes(name)) return "is raised by clients of Socket.IO 2 themselves";
  return isOfClient && name === "error"
    ? "of a client ends the process of a server before Socket.IO 4.6.2 that does not listen for it"
    : undefined;
}
