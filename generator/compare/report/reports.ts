import { githubReport } from "./github.ts";
import { jsonReport } from "./json.ts";
import { markdownReport } from "./markdown.ts";
import type { Report } from "./report.ts";
import type { ReportFormat } from "./reportFormats.ts";
import { sarifReport } from "./sarif.ts";
import { textReport } from "./text.ts";

/** Every format of a report. A new one is a file in this folder, its name in `reportFormats.ts`, and a line here. */
export const reports = {
  text: textReport,
  json: jsonReport,
  markdown: markdownReport,
  github: githubReport,
  sarif: sarifReport,
} as const satisfies Readonly<Record<ReportFormat, Report>>;
