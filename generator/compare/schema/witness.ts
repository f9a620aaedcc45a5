import type { Issue } from "@wirepact/runtime";
import type { Json } from "../../json.ts";
import type { Inclusion } from "./inclusion.ts";
import { shrink } from "./shrink.ts";

/** A value is a witness where the validators say so, whatever the search believes; made as small as it can be and break the same rule. */
export function confirm(
  value: Json,
  isSent: (value: Json) => boolean,
  read: (value: Json) => readonly Issue[],
): Extract<Inclusion, { kind: "witness" }> | undefined {
  const [issue] = read(value);
  if (issue === undefined || !isSent(value)) return undefined;
  const smallest = shrink(value, (smaller) => isSent(smaller) && isSame(issue, read(smaller)[0]));
  return { kind: "witness", value: smallest, path: issue.path, issue };
}

/** Whether it is the same rule that is broken in the same place. */
function isSame(issue: Issue, other: Issue | undefined): boolean {
  return other !== undefined && issue.path === other.path && issue.code === other.code && issue.text === other.text;
}
