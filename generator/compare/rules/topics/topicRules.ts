import type { Rule } from "../rule.ts";
import { topicAdded } from "./topicAdded.ts";
import { topicInitialChanged } from "./topicInitialChanged.ts";
import { topicMessageAdded } from "./topicMessageAdded.ts";
import { topicMessageRemoved } from "./topicMessageRemoved.ts";
import { topicRemoved } from "./topicRemoved.ts";
import { topicsAdded } from "./topicsAdded.ts";
import { topicsRemoved } from "./topicsRemoved.ts";
import { topicsSubscriptionChanged } from "./topicsSubscriptionChanged.ts";

/** What can change in the topics. */
export const topicRules = {
  "topic-added": topicAdded,
  "topic-removed": topicRemoved,
  "topic-message-added": topicMessageAdded,
  "topic-message-removed": topicMessageRemoved,
  "topic-initial-changed": topicInitialChanged,
  "topics-added": topicsAdded,
  "topics-removed": topicsRemoved,
  "topics-subscription-changed": topicsSubscriptionChanged,
} as const satisfies Readonly<Record<string, Rule>>;
