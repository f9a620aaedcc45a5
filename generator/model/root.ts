import { get, type JsonObject } from "../json.ts";
import type { RootExtension } from "./extension.ts";

/** The root extension, every part of which may be absent. */
export type Root = Partial<RootExtension>;

/** The root extension of a document in which nothing was found to be wrong with it. */
export function rootOf(document: JsonObject): Root {
  // Its JSON Schema, which this type is made from, was checked before anything is read.
  return (get(document, "x-wirepact") ?? {}) as unknown as Root;
}
