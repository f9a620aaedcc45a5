import type { Difference } from "./difference.ts";

/** A way to a place, in quotes: a backtick in a name would end them too early. */
export function pathText(path: string): string {
  if (path === "") return "the frame";
  return path.includes("`") ? JSON.stringify(path) : `\`${path}\``;
}

/** What it was and is, in parentheses. */
export function detailOf({ of, was, is }: Difference): string {
  const change = was !== undefined && is !== undefined ? `${was} → ${is}` : (is ?? was);
  const parts = [of, change].filter((part) => part !== undefined);
  return parts.length === 0 ? "" : ` (${parts.join(" ")})`;
}
