import { get } from "../../json.ts";
import type { Contract } from "../../model/contract.ts";
import { valueAt } from "../../reference.ts";
import type { Finding, Judgement } from "../change.ts";
import type { ContractPair } from "../contractPair.ts";

/** What is less grave once clients were told, and had their time. */
const AFTER_NOTICE: Readonly<Record<Judgement, Judgement>> = {
  breaking: "risky",
  risky: "safe",
  unknown: "unknown",
  safe: "safe",
};

/**
 * Judges the removal of what the old contract calls deprecated: clients were told not to send it, nor to wait for it. A frame that
 * a server must not leave something out of is no such use: old clients' validators ask for it, deprecated or not. Nor were they told
 * that what they send would be taken for something else.
 */
export function retire(finding: Finding, pair: ContractPair): Finding {
  const isUse = finding.side === "before" && (finding.witness === undefined || finding.witness.from === "client");
  const judged = finding.meetings.oldClientNewServer;
  if (!isUse || judged === "safe" || finding.session !== undefined) return finding;
  const { isDeprecated, sunset, isMessage } = noticeOf(pair.before, finding.pointer);
  if (!isDeprecated)
    return isMessage ? withReason(finding, "mark it deprecated first, and remove it once clients had their time") : finding;
  if (sunset !== null && pair.today < sunset)
    return withReason(finding, `it is deprecated, and may not go before its sunset, ${sunset}`);
  const told = sunset === null ? "it was deprecated" : `it was deprecated, and its sunset was ${sunset}`;
  if (judged === "breaking" && isMistaken(finding, pair))
    return withReason(finding, `${told}: that its frames would be taken for another message nobody was told`);
  const meetings = { ...finding.meetings, oldClientNewServer: AFTER_NOTICE[judged] };
  return { ...withReason(finding, told), meetings, ...(judged === "breaking" ? { step: "major" } : {}) };
}

/** Whether what old clients send is taken for another message, be it that some of it is refused. Of a field the frame that was found tells. */
function isMistaken({ pointer, from, proof }: Finding, { before, ties }: ContractPair): boolean {
  const message = before.messages.find((one) => one.pointer === pointer);
  if (message === undefined) return proof !== undefined;
  return from.some((direction) => ties.isMistaken("before", message, direction));
}

interface Notice {
  readonly isMessage: boolean;
  readonly isDeprecated: boolean;
  readonly sunset: string | null;
}

/** What the old contract says of the message or the schema at a pointer. */
function noticeOf({ document, messages }: Contract, pointer: string): Notice {
  const message = messages.find((one) => one.pointer === pointer);
  if (message !== undefined) return { isMessage: true, isDeprecated: message.deprecated !== false, sunset: message.sunset };
  return { isMessage: false, isDeprecated: get(valueAt(document, pointer), "deprecated") === true, sunset: null };
}

function withReason(finding: Finding, reason: string): Finding {
  return { ...finding, reason: finding.reason === undefined ? reason : `${finding.reason}; ${reason}` };
}
