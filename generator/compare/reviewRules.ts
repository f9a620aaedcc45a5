import { protocolRules } from "./protocolRules.ts";
import { besideRules } from "./rules/beside/besideRules.ts";
import { credentialRules } from "./rules/credentials/credentialRules.ts";
import { deprecationRules } from "./rules/deprecation/deprecationRules.ts";
import { directionAdded } from "./rules/directionAdded.ts";
import { directionRemoved } from "./rules/directionRemoved.ts";
import { dispatchRules } from "./rules/dispatch/dispatchRules.ts";
import { encodingRules } from "./rules/encodings/encodingRules.ts";
import { endpointRules } from "./rules/endpoint/endpointRules.ts";
import { errorRules } from "./rules/errors/errorRules.ts";
import { fieldRules } from "./rules/fields/fieldRules.ts";
import { heartbeatRules } from "./rules/heartbeat/heartbeatRules.ts";
import { machineRules } from "./rules/machines/machineRules.ts";
import { messageAdded } from "./rules/messageAdded.ts";
import { messageRemoved } from "./rules/messageRemoved.ts";
import { messageRenamed } from "./rules/messageRenamed.ts";
import { openingRules } from "./rules/opening/openingRules.ts";
import { replyRules } from "./rules/replies/replyRules.ts";
import type { Rule } from "./rules/rule.ts";
import { sourceRules } from "./rules/source/sourceRules.ts";
import { streamRules } from "./rules/streams/streamRules.ts";
import { topicRules } from "./rules/topics/topicRules.ts";

/** Every rule about contracts as a whole and their messages, by its stable id. A new one is a file in `rules/` and a line here. */
export const contractRules = {
  "message-added": messageAdded,
  "message-removed": messageRemoved,
  "message-renamed": messageRenamed,
  "message-direction-added": directionAdded,
  "message-direction-removed": directionRemoved,
  ...deprecationRules,
  // Beyond payloads: a table an area.
  ...machineRules,
  ...replyRules,
  ...streamRules,
  ...dispatchRules,
  ...credentialRules,
  ...endpointRules,
  ...encodingRules,
  ...besideRules,
  ...openingRules,
  ...topicRules,
  ...heartbeatRules,
  ...errorRules,
  // Source code alone.
  ...sourceRules,
} as const satisfies Readonly<Record<string, Rule>>;

/** Every rule of a review. */
export const reviewRules = { ...contractRules, ...fieldRules, ...protocolRules };

/** Id of a rule. */
export type ReviewRule = keyof typeof reviewRules;
