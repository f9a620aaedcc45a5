import type { Rule } from "../rule.ts";
import { credentialAdded } from "./credentialAdded.ts";
import { credentialAlgorithmAdded } from "./credentialAlgorithmAdded.ts";
import { credentialAlgorithmRemoved } from "./credentialAlgorithmRemoved.ts";
import { credentialChanged } from "./credentialChanged.ts";
import { credentialRemoved } from "./credentialRemoved.ts";

/** What can change in how clients prove who they are. */
export const credentialRules = {
  "credential-added": credentialAdded,
  "credential-removed": credentialRemoved,
  "credential-changed": credentialChanged,
  "credential-algorithm-added": credentialAlgorithmAdded,
  "credential-algorithm-removed": credentialAlgorithmRemoved,
} as const satisfies Readonly<Record<string, Rule>>;
