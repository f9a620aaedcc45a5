import { readFileSync } from "node:fs";
import { join } from "node:path";
import { getString } from "../json.ts";
import { PACKAGE_ROOT } from "../packageRoot.ts";

/** Version of Wirepact, from its own package.json. */
export const version: string =
  getString(JSON.parse(readFileSync(join(PACKAGE_ROOT, "package.json"), "utf8")), "version") ?? "0.0.0";
