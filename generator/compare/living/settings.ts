import { checkKeys } from "../../checkKeys.ts";
import { type Findings, quote } from "../../diagnostics.ts";
import { getList, getString, isList, isObject, type Json, type JsonObject } from "../../json.ts";
import { isDay } from "../../model/day.ts";
import type { Approval } from "./approvals.ts";

/** What becomes of a version that moves less than its changes ask for. */
export const VERSION_LEVELS = ["error", "warning", "off"] as const;

/** One of the levels. */
export type VersionLevel = (typeof VERSION_LEVELS)[number];

/** What a project says of reviews: the section `review` of its `wirepact.yaml`. */
export interface ReviewSettings {
  readonly approvals: readonly Approval[];
  readonly version: VersionLevel;
}

/** Where a project says nothing. */
const NO_REVIEW_SETTINGS: ReviewSettings = { approvals: [], version: "warning" };

const KEYS = ["approvals", "version"];
const APPROVAL_KEYS = ["fingerprint", "protocol", "reason", "by", "until"];

/** Reads the section at a pointer of the settings, noting everything that is wrong with it. */
export function readReviewSettings(section: Json | undefined, pointer: string, findings: Findings): ReviewSettings {
  if (section === undefined || section === null) return NO_REVIEW_SETTINGS;
  if (!isObject(section)) {
    findings.error(pointer, "bad-settings", "review must hold approvals, version or both; see docs/review.md");
    return NO_REVIEW_SETTINGS;
  }
  checkKeys(section, KEYS, pointer, findings);
  return { approvals: readApprovals(section, pointer, findings), version: readLevel(section, pointer, findings) };
}

function readLevel(section: JsonObject, pointer: string, findings: Findings): VersionLevel {
  const given = section["version"];
  const level = VERSION_LEVELS.find((one) => one === given);
  if (given !== undefined && level === undefined)
    findings.error(`${pointer}/version`, "bad-settings", `version must be error, warning or off, not ${quote(given)}`);
  return level ?? NO_REVIEW_SETTINGS.version;
}

function readApprovals(section: JsonObject, pointer: string, findings: Findings): Approval[] {
  if (section["approvals"] !== undefined && !isList(section["approvals"]))
    findings.error(`${pointer}/approvals`, "bad-settings", "approvals must be a list of { fingerprint, reason, by }");
  return getList(section, "approvals").flatMap((given, index) => {
    const place = `${pointer}/approvals/${index}`;
    if (isObject(given)) checkKeys(given, APPROVAL_KEYS, place, findings);
    return readApproval(given, place, findings);
  });
}

function readApproval(given: Json, pointer: string, findings: Findings): Approval[] {
  if (!isObject(given)) {
    findings.error(pointer, "bad-settings", "an entry of approvals must be { fingerprint, reason, by }");
    return [];
  }
  const wrong = [...faultsOf(given)];
  for (const [key, text] of wrong) findings.error(key in given ? `${pointer}/${key}` : pointer, "bad-settings", text);
  const text = (key: string) => getString(given, key)?.trim();
  const [fingerprint = "", reason = "", by = ""] = ["fingerprint", "reason", "by"].map(text);
  return wrong.length > 0 ? [] : [{ fingerprint, reason, by, protocol: text("protocol"), until: text("until"), pointer }];
}

/** What is wrong with an entry, key by key. */
function* faultsOf(given: JsonObject): Iterable<readonly [key: string, text: string]> {
  if (!/^[0-9a-f]{12}$/.test(getString(given, "fingerprint") ?? ""))
    yield ["fingerprint", 'fingerprint must be the twelve digits that a review tells, in quotes: "0a1b2c3d4e5f"'];
  if (!getString(given, "reason")?.trim())
    yield ["reason", "this entry has no reason; write reason: and why the change may pass"];
  if (!getString(given, "by")?.trim()) yield ["by", "this entry names nobody; write by: and who lets the change pass"];
  if ("until" in given && !isDay(given["until"]))
    yield ["until", `until must be a day such as "2027-01-31", not ${quote(given["until"])}`];
  if ("protocol" in given && getString(given, "protocol") === undefined) yield ["protocol", "protocol must be the name of one"];
}
