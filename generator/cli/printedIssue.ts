import type { Issue } from "@wirepact/runtime";

/** An issue as verdicts print it. */
export interface PrintedIssue {
  readonly path: string;
  readonly code: string;
  readonly text: string;
}

/** An issue as it is printed: what was there stands in its text. */
export function toPrinted({ path, code, text, value }: Issue): PrintedIssue {
  return { path, code, text: value === undefined ? text : `${text}, got ${value}` };
}
