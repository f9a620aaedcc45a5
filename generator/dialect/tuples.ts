import { isList } from "../json.ts";
import type { Wording } from "./wording.ts";

/** Tuples: `prefixItems` with the rest under `items` is a list under `items` with the rest under `additionalItems`. */
export function rewordTuple(wording: Wording): void {
  if (!isList(wording.get("prefixItems"))) return;
  if (wording.has("items")) wording.rename("items", "additionalItems");
  wording.rename("prefixItems", "items");
}
