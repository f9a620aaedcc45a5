/** The names of all formats of a report: apart from the reports, since the command line tells them before it needs one. */
export const reportFormats = ["text", "json", "markdown", "github", "sarif"] as const;

/** Name of a format. */
export type ReportFormat = (typeof reportFormats)[number];
