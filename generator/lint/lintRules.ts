import type { LintRule } from "./rule.ts";
import { amountWithoutUnit } from "./rules/amountWithoutUnit.ts";
import { anyValue } from "./rules/anyValue.ts";
import { booleanAsText } from "./rules/booleanAsText.ts";
import { closedEnum } from "./rules/closedEnum.ts";
import { deprecatedWithoutWay } from "./rules/deprecatedWithoutWay.ts";
import { enumLikeText } from "./rules/enumLikeText.ts";
import { eventOfOldSocketio } from "./rules/eventOfOldSocketio.ts";
import { fieldCase } from "./rules/fieldCase.ts";
import { fieldSpelling } from "./rules/fieldSpelling.ts";
import { fieldWithoutDescription } from "./rules/fieldWithoutDescription.ts";
import { heartbeatMissing } from "./rules/heartbeatMissing.ts";
import { machineStates } from "./rules/machineStates.ts";
import { messageCase } from "./rules/messageCase.ts";
import { messageToldByShape } from "./rules/messageToldByShape.ts";
import { messageWithoutDescription } from "./rules/messageWithoutDescription.ts";
import { messageWithoutExample } from "./rules/messageWithoutExample.ts";
import { optionalAndNull } from "./rules/optionalAndNull.ts";
import { protocolWithoutDescription } from "./rules/protocolWithoutDescription.ts";
import { replyUncorrelated } from "./rules/replyUncorrelated.ts";
import { replyWithoutError } from "./rules/replyWithoutError.ts";
import { requestWithoutReply } from "./rules/requestWithoutReply.ts";
import { requiredWithoutSample } from "./rules/requiredWithoutSample.ts";
import { similarFields } from "./rules/similarFields.ts";
import { similarMessages } from "./rules/similarMessages.ts";
import { similarValues } from "./rules/similarValues.ts";
import { streamUncorrelated } from "./rules/streamUncorrelated.ts";
import { streamWithoutEnd } from "./rules/streamWithoutEnd.ts";
import { timestampWithoutFormat } from "./rules/timestampWithoutFormat.ts";
import { unanchoredPattern } from "./rules/unanchoredPattern.ts";
import { unboundedList } from "./rules/unboundedList.ts";
import { unboundedText } from "./rules/unboundedText.ts";
import { unencryptedServer } from "./rules/unencryptedServer.ts";
import { unknownInSample } from "./rules/unknownInSample.ts";
import { unsafeInteger } from "./rules/unsafeInteger.ts";
import { unusedComponent } from "./rules/unusedComponent.ts";
import { versionNotSemver } from "./rules/versionNotSemver.ts";

/** Every rule, by its id: the name that settings and `wirepact explain` know it by. */
export const lintRules = {
  "message-without-example": messageWithoutExample,
  "required-without-sample": requiredWithoutSample,
  "unknown-in-sample": unknownInSample,
  "message-without-description": messageWithoutDescription,
  "field-without-description": fieldWithoutDescription,
  "deprecated-without-way": deprecatedWithoutWay,
  "message-case": messageCase,
  "field-case": fieldCase,
  "field-spelling": fieldSpelling,
  "similar-messages": similarMessages,
  "similar-fields": similarFields,
  "event-of-old-socketio": eventOfOldSocketio,
  "message-told-by-shape": messageToldByShape,
  "reply-uncorrelated": replyUncorrelated,
  "reply-without-error": replyWithoutError,
  "request-without-reply": requestWithoutReply,
  "stream-without-end": streamWithoutEnd,
  "stream-uncorrelated": streamUncorrelated,
  "machine-states": machineStates,
  "heartbeat-missing": heartbeatMissing,
  "closed-enum": closedEnum,
  "similar-values": similarValues,
  "enum-like-text": enumLikeText,
  "boolean-as-text": booleanAsText,
  "unanchored-pattern": unanchoredPattern,
  "timestamp-without-format": timestampWithoutFormat,
  "amount-without-unit": amountWithoutUnit,
  "unsafe-integer": unsafeInteger,
  "optional-and-null": optionalAndNull,
  "any-value": anyValue,
  "unbounded-text": unboundedText,
  "unbounded-list": unboundedList,
  "protocol-without-description": protocolWithoutDescription,
  "unused-component": unusedComponent,
  "version-not-semver": versionNotSemver,
  "unencrypted-server": unencryptedServer,
} as const satisfies Readonly<Record<string, LintRule>>;

/** Id of a rule. */
export type LintRuleId = keyof typeof lintRules;

/** All ids, in the order of the table. */
// as: Object.keys forgets the names of its keys.
export const LINT_RULE_IDS = Object.keys(lintRules) as readonly LintRuleId[];
