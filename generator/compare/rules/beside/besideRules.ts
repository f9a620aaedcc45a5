import type { Rule } from "../rule.ts";
import { codecAdded } from "./codecAdded.ts";
import { codecLayoutChanged } from "./codecLayoutChanged.ts";
import { codecRemoved } from "./codecRemoved.ts";
import { httpCallAdded } from "./httpCallAdded.ts";
import { httpCallChanged } from "./httpCallChanged.ts";
import { httpCallRemoved } from "./httpCallRemoved.ts";
import { httpCallRenamed } from "./httpCallRenamed.ts";
import { httpResponseChanged } from "./httpResponseChanged.ts";
import { packageRenamed } from "./packageRenamed.ts";
import { resourceAdded } from "./resourceAdded.ts";
import { resourceChanged } from "./resourceChanged.ts";
import { resourceRemoved } from "./resourceRemoved.ts";

/** What can change beside the frames of the socket. */
export const besideRules = {
  "http-call-added": httpCallAdded,
  "http-call-removed": httpCallRemoved,
  "http-call-renamed": httpCallRenamed,
  "http-call-changed": httpCallChanged,
  "http-response-changed": httpResponseChanged,
  "codec-added": codecAdded,
  "codec-removed": codecRemoved,
  "codec-layout-changed": codecLayoutChanged,
  "resource-added": resourceAdded,
  "resource-removed": resourceRemoved,
  "resource-changed": resourceChanged,
  "package-renamed": packageRenamed,
} as const satisfies Readonly<Record<string, Rule>>;
