import { escapeStep, similar } from "@wirepact/runtime";
import { type Findings, quote } from "./diagnostics.ts";
import type { JsonObject } from "./json.ts";

/** Notes each key of settings that nobody reads: a misspelled one would be trusted in vain. */
export function checkKeys(given: JsonObject, known: readonly string[], pointer: string, findings: Findings): void {
  for (const key of Object.keys(given).filter((one) => !known.includes(one))) {
    const meant = similar(key, known);
    const hint = meant === undefined ? `there are ${known.join(", ")}` : `did you mean ${quote(meant)}?`;
    findings.error(`${pointer}/${escapeStep(key)}`, "bad-settings", `nothing reads ${quote(key)} here; ${hint}`);
  }
}
