import { fingerprint } from "../fingerprint.ts";
import type { Contract } from "../model/contract.ts";
import type { Change } from "./change.ts";
import type { RuleText } from "./rules/rule.ts";
import { valueText } from "./schema/canonical.ts";

/** Rules about a protocol as a whole. */
export const protocolRules = {
  "protocol-removed": {
    title: "A protocol was removed",
    explanation:
      "Clients in the field still speak it, and find nobody. Go on serving it until no client does; a package that moved to another repository, or got another name, is approved by its fingerprint in `wirepact.yaml`.",
    opposite: { none: "A protocol that is new breaks nobody, and is told as new." },
  },
  "version-too-low": {
    title: "The version moves less than its changes ask for",
    explanation:
      "What breaks, or may for all that is known, asks for a major step of `info.version`, what adds for a minor one; before 1.0.0 for a minor step and a patch. A version that goes backwards, or from a semantic version to none (`1.2.3` is one, `2` and `v1` are not), is not enough either. Write the version that the review names. It fails the run where `wirepact.yaml` says `review: { version: error }`.",
    opposite: { none: "A version that moves further than it must is nobody's business." },
  },
} as const satisfies Readonly<Record<string, RuleText>>;

/** What is to be said of a protocol that the new side does not have. */
export function protocolRemoved({ protocol }: Contract): Change {
  const rule = "protocol-removed";
  return {
    rule,
    level: "wire",
    message: null,
    from: ["client", "server"],
    pointer: "",
    side: "before",
    text: "the protocol is gone",
    meetings: { oldClientNewServer: "breaking", newClientOldServer: "safe" },
    judgement: "breaking",
    proof: "who speaks it finds nobody",
    identity: [protocol],
    fingerprint: fingerprint(valueText([rule, protocol]), 12),
  };
}
