import type { Rule } from "../rule.ts";
import { closeCodeAdded } from "./closeCodeAdded.ts";
import { closeCodeRemoved } from "./closeCodeRemoved.ts";
import { hostChanged } from "./hostChanged.ts";
import { pathChanged } from "./pathChanged.ts";
import { pathParameterAdded } from "./pathParameterAdded.ts";
import { pathParameterRemoved } from "./pathParameterRemoved.ts";
import { pathParameterRenamed } from "./pathParameterRenamed.ts";
import { portChanged } from "./portChanged.ts";
import { queryParameterAdded } from "./queryParameterAdded.ts";
import { queryParameterChanged } from "./queryParameterChanged.ts";
import { queryParameterOptional } from "./queryParameterOptional.ts";
import { queryParameterRemoved } from "./queryParameterRemoved.ts";
import { queryParameterRequired } from "./queryParameterRequired.ts";
import { refusalAdded } from "./refusalAdded.ts";
import { refusalRemoved } from "./refusalRemoved.ts";
import { refusalsReordered } from "./refusalsReordered.ts";
import { schemeChanged } from "./schemeChanged.ts";
import { serverAdded } from "./serverAdded.ts";
import { serverRemoved } from "./serverRemoved.ts";
import { transportChanged } from "./transportChanged.ts";

/** What can change in where and how clients connect. */
export const endpointRules = {
  "transport-changed": transportChanged,
  "scheme-changed": schemeChanged,
  "host-changed": hostChanged,
  "port-changed": portChanged,
  "server-added": serverAdded,
  "server-removed": serverRemoved,
  "path-changed": pathChanged,
  "path-parameter-added": pathParameterAdded,
  "path-parameter-removed": pathParameterRemoved,
  "path-parameter-renamed": pathParameterRenamed,
  "query-parameter-added": queryParameterAdded,
  "query-parameter-removed": queryParameterRemoved,
  "query-parameter-required": queryParameterRequired,
  "query-parameter-optional": queryParameterOptional,
  "query-parameter-changed": queryParameterChanged,
  "refusal-added": refusalAdded,
  "refusal-removed": refusalRemoved,
  "refusals-reordered": refusalsReordered,
  "close-code-added": closeCodeAdded,
  "close-code-removed": closeCodeRemoved,
} as const satisfies Readonly<Record<string, Rule>>;
