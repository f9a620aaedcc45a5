import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { DiagnosticError } from "../diagnostics.ts";
import type { JsonObject } from "../json.ts";
import { startOf } from "./moduleError.ts";

/** A program that shows the generated package at work, beside the protocol's module. */
const NAME = "example.js";

/** More than a reader of a README would read. */
const LIMIT = 20_000;

/** Puts the example that stands beside a protocol's module into its document, from where it reaches the package's README. */
export function withExample(document: JsonObject, folder: string): JsonObject {
  const path = join(folder, NAME);
  if (!existsSync(path)) return document;
  return { ...document, "x-wirepact": { ...(document["x-wirepact"] as JsonObject), example: readExample(path) } };
}

function readExample(path: string): string {
  const { size } = statSync(path);
  if (size <= LIMIT) return readFileSync(path, "utf8").trimEnd();
  throw new DiagnosticError({
    code: "bad-extension",
    severity: "error",
    text: `the example has ${size} bytes, and goes into a README; shorten it to ${LIMIT}`,
    position: startOf(path),
  });
}
