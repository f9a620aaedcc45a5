import { escapeStep, similar } from "@wirepact/runtime";
import { checkKeys } from "../checkKeys.ts";
import { type Findings, quote } from "../diagnostics.ts";
import { getList, getObject, getString, isList, isObject, type Json, type JsonObject } from "../json.ts";
import { LINT_RULE_IDS } from "./lintRules.ts";
import { LEVELS, type Level } from "./rule.ts";
import { TOLD_BY_GENERATE } from "./toldByGenerate.ts";

/** What a project says of the rules: the section `lint` of its `wirepact.yaml`. */
export interface LintSettings {
  readonly levels: ReadonlyMap<string, Level>;
  readonly ignores: readonly Ignore[];
}

/** A place at which a rule may be broken, and why. */
export interface Ignore {
  readonly rule: string;
  /** Name of a message or of a named schema, or a JSON Pointer into the document. */
  readonly at: string;
  /** The only protocol that is meant; all where none is named. */
  readonly protocol: string | undefined;
  readonly reason: string;
  /** JSON Pointer in the settings. */
  readonly pointer: string;
}

/** Where a project says nothing. */
const NO_SETTINGS: LintSettings = { levels: new Map(), ignores: [] };

const KNOWN: readonly string[] = [...LINT_RULE_IDS, ...TOLD_BY_GENERATE];
const KEYS = ["rules", "ignore"];
const IGNORE_KEYS = ["rule", "at", "protocol", "reason"];

/** Reads the section at a pointer of the settings, noting everything that is wrong with it. */
export function readLintSettings(section: Json | undefined, pointer: string, findings: Findings): LintSettings {
  if (section === undefined || section === null) return NO_SETTINGS;
  if (!isObject(section)) {
    findings.error(pointer, "bad-settings", "lint must hold rules, ignore or both; see docs/lint.md");
    return NO_SETTINGS;
  }
  checkKeys(section, KEYS, pointer, findings);
  return { levels: readLevels(section, pointer, findings), ignores: readIgnores(section, pointer, findings) };
}

function readLevels(section: JsonObject, pointer: string, findings: Findings): ReadonlyMap<string, Level> {
  const levels = new Map<string, Level>();
  if (section["rules"] !== undefined && !isObject(section["rules"]))
    findings.error(`${pointer}/rules`, "bad-settings", "rules must give rules a level each, such as closed-enum: off");
  for (const [rule, given] of Object.entries(getObject(section, "rules"))) {
    const place = `${pointer}/rules/${escapeStep(rule)}`;
    const level = LEVELS.find((one) => one === given);
    checkRule(rule, place, findings);
    if (level !== undefined) levels.set(rule, level);
    else findings.error(place, "bad-settings", `the level of ${quote(rule)} must be error, warning or off, not ${quote(given)}`);
  }
  return levels;
}

function readIgnores(section: JsonObject, pointer: string, findings: Findings): Ignore[] {
  if (section["ignore"] !== undefined && !isList(section["ignore"]))
    findings.error(`${pointer}/ignore`, "bad-settings", "ignore must be a list of { rule, at, reason }");
  return getList(section, "ignore").flatMap((given, index) => readIgnore(given, `${pointer}/ignore/${index}`, findings));
}

function readIgnore(given: Json, pointer: string, findings: Findings): Ignore[] {
  if (!isObject(given)) {
    findings.error(pointer, "bad-settings", "an entry of ignore must be { rule, at, reason }");
    return [];
  }
  checkKeys(given, IGNORE_KEYS, pointer, findings);
  const [rule, at, reason] = ["rule", "at", "reason"].map((key) => getString(given, key)?.trim() ?? "");
  const [protocol, hasProtocol] = [getString(given, "protocol"), "protocol" in given];
  if (rule) checkRule(rule, `${pointer}/rule`, findings);
  else findings.error(pointer, "bad-settings", "this entry names no rule; write rule: and its id");
  if (!at)
    findings.error(
      pointer,
      "bad-settings",
      "this entry names no place; write at: and a message, a named schema or a JSON Pointer",
    );
  if (!reason)
    findings.error(pointer, "bad-settings", "this entry has no reason; write reason: and why the rule may be broken there");
  if (hasProtocol && protocol === undefined)
    findings.error(`${pointer}/protocol`, "bad-settings", "protocol must be the name of one");
  return rule && at && reason ? [{ rule, at, protocol, reason, pointer }] : [];
}

function checkRule(rule: string, pointer: string, findings: Findings): void {
  if (KNOWN.includes(rule)) return;
  const meant = similar(rule, KNOWN);
  const hint = meant === undefined ? "docs/lint.md lists them all" : `did you mean ${quote(meant)}?`;
  findings.error(pointer, "bad-settings", `there is no rule ${quote(rule)}; ${hint}`);
}
