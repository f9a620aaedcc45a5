import type { Rule } from "../rule.ts";
import { replyAdded } from "./replyAdded.ts";
import { replyAnswerAdded } from "./replyAnswerAdded.ts";
import { replyAnswerRemoved } from "./replyAnswerRemoved.ts";
import { replyIdChanged } from "./replyIdChanged.ts";
import { replyMatchChanged } from "./replyMatchChanged.ts";
import { replyOutcomeChanged } from "./replyOutcomeChanged.ts";
import { replyRemoved } from "./replyRemoved.ts";

/** What can change in the pairs of requests and answers. */
export const replyRules = {
  "reply-added": replyAdded,
  "reply-removed": replyRemoved,
  "reply-answer-added": replyAnswerAdded,
  "reply-answer-removed": replyAnswerRemoved,
  "reply-outcome-changed": replyOutcomeChanged,
  "reply-match-changed": replyMatchChanged,
  "reply-id-changed": replyIdChanged,
} as const satisfies Readonly<Record<string, Rule>>;
