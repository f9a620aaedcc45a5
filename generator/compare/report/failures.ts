import { githubFailure } from "./github.ts";
import { jsonFailure } from "./json.ts";
import { markdownFailure } from "./markdown.ts";
import type { Failure } from "./report.ts";
import type { ReportFormat } from "./reportFormats.ts";
import { sarifFailure } from "./sarif.ts";

/** What each format says of a run that came to no report; a terminal is told as by every other command. */
export const failures = {
  json: jsonFailure,
  markdown: markdownFailure,
  github: githubFailure,
  sarif: sarifFailure,
} as const satisfies Readonly<Record<Exclude<ReportFormat, "text">, Failure>>;
