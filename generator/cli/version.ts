import { readFileSync } from "node:fs";
import { getString } from "../json.ts";

/** Version of Wirepact, from its own package.json. */
export const version: string =
  getString(JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8")), "version") ?? "0.0.0";
