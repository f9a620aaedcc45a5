import type { Rule } from "../rule.ts";
import { streamAdded } from "./streamAdded.ts";
import { streamAfterAdded } from "./streamAfterAdded.ts";
import { streamAfterRemoved } from "./streamAfterRemoved.ts";
import { streamConcurrentChanged } from "./streamConcurrentChanged.ts";
import { streamEndAdded } from "./streamEndAdded.ts";
import { streamEndRemoved } from "./streamEndRemoved.ts";
import { streamFieldsChanged } from "./streamFieldsChanged.ts";
import { streamItemAdded } from "./streamItemAdded.ts";
import { streamItemRemoved } from "./streamItemRemoved.ts";
import { streamRemoved } from "./streamRemoved.ts";

/** What can change in the streams. */
export const streamRules = {
  "stream-added": streamAdded,
  "stream-removed": streamRemoved,
  "stream-item-added": streamItemAdded,
  "stream-item-removed": streamItemRemoved,
  "stream-end-added": streamEndAdded,
  "stream-end-removed": streamEndRemoved,
  "stream-after-added": streamAfterAdded,
  "stream-after-removed": streamAfterRemoved,
  "stream-fields-changed": streamFieldsChanged,
  "stream-concurrent-changed": streamConcurrentChanged,
} as const satisfies Readonly<Record<string, Rule>>;
