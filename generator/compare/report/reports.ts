import { jsonReport } from "./json.ts";
import type { Report } from "./report.ts";
import { textReport } from "./text.ts";

/** Every format of a report. A new one is a file in this folder and a line here. */
export const reports = { text: textReport, json: jsonReport } as const satisfies Readonly<Record<string, Report>>;

/** Name of a format. */
export type ReportFormat = keyof typeof reports;
