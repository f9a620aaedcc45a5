import { fileURLToPath } from "node:url";
import { loadProtocolModule } from "../../generator/load/protocolModule.ts";
import type { Source } from "../../generator/load/source.ts";

/** The five protocols that ship with Wirepact. */
export const PROTOCOLS = ["agent", "flowork", "nodetool", "panel", "terminal"] as const;

/** The repository's root folder. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Loads one of the five from its schema. */
export function loadShipped(protocol: string): Promise<Source> {
  return loadProtocolModule(`${ROOT}schemas/${protocol}`);
}
