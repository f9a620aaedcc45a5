import type { SessionRule } from "../../session/sessionRules.ts";
import { Ended } from "../ended.ts";
import type { Place } from "../verdict.ts";
import type { ClientRule } from "./clientRules.ts";

/** The client breaks a rule: ends the case, from wherever that becomes known. */
export function clientFailed(
  rule: ClientRule | SessionRule,
  text: string,
  known: { readonly at?: Place; readonly frame?: string } = {},
): Ended {
  return new Ended({ kind: "fail", rule, text, ...known });
}
