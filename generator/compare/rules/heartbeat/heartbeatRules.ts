import type { Rule } from "../rule.ts";
import { heartbeatAdded } from "./heartbeatAdded.ts";
import { heartbeatAskerAdded } from "./heartbeatAskerAdded.ts";
import { heartbeatAskerRemoved } from "./heartbeatAskerRemoved.ts";
import { heartbeatMessagesChanged } from "./heartbeatMessagesChanged.ts";
import { heartbeatRemoved } from "./heartbeatRemoved.ts";
import { heartbeatTimeChanged } from "./heartbeatTimeChanged.ts";

/** What can change in the heartbeat. */
export const heartbeatRules = {
  "heartbeat-added": heartbeatAdded,
  "heartbeat-removed": heartbeatRemoved,
  "heartbeat-asker-added": heartbeatAskerAdded,
  "heartbeat-asker-removed": heartbeatAskerRemoved,
  "heartbeat-messages-changed": heartbeatMessagesChanged,
  "heartbeat-time-changed": heartbeatTimeChanged,
} as const satisfies Readonly<Record<string, Rule>>;
