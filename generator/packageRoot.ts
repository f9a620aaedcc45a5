import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Wirepact's own folder, with its templates, schemas and package.json; the code runs from it or from its `dist/`. */
export const PACKAGE_ROOT: string = [new URL("../", import.meta.url), new URL("../../", import.meta.url)]
  .map((url) => fileURLToPath(url))
  .filter((folder) => existsSync(`${folder}templates`))
  .join();
