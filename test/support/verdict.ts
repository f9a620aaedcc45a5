import type { ParseResult } from "@wirepact/runtime";

/** What a reader said of a frame, in short: `ok NAME`, or `PATH CODE` for each issue. */
export function verdictOf(result: ParseResult<unknown>): string[] {
  return result.ok ? [`ok ${result.message}`] : result.error.issues.map(({ path, code }) => verdict(path, code));
}

/** An issue in short; the whole frame's path is `top`. */
export function verdict(path: string, code: string): string {
  return `${path || "top"} ${code}`;
}
