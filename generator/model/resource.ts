import type { ResourceDescriptor } from "@wirepact/runtime";
import type { Root } from "./root.ts";

/** Reads what clients name and use. */
export function readResource({ resource }: Root): ResourceDescriptor | null {
  if (resource === undefined) return null;
  const { key, owner } = resource;
  return { key, ...(owner === undefined ? {} : { owner }) };
}
