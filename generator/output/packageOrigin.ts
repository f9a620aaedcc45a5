import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { get, getString, type Json } from "../json.ts";

/** What a package was made from: a module of the project, one that ships with Wirepact, or an AsyncAPI document. */
export type PackageOrigin = {
  readonly kind: "module" | "shipped" | "document";
  /** Relative to the folder of all packages, so that every clone notes the same; the name of what ships. */
  readonly path: string;
};

/** Reads what a manifest notes; what cannot be understood is not known. */
export function readOrigin(value: Json | undefined): PackageOrigin | undefined {
  const [kind, path] = [getString(get(value, "origin"), "kind"), getString(get(value, "origin"), "path")];
  if (path === undefined || (kind !== "module" && kind !== "shipped" && kind !== "document")) return undefined;
  return { kind, path };
}

/** Whether the package in a folder was made from something else, which still stands where it was. */
export function isOfAnother(folder: string, noted: PackageOrigin | undefined, origin: PackageOrigin): noted is PackageOrigin {
  if (noted === undefined || (noted.kind === origin.kind && noted.path === origin.path)) return false;
  // A schema of the project's own comes before one that ships, by whatever command.
  if (noted.kind === "shipped") return origin.kind === "document";
  return existsSync(resolve(dirname(folder), noted.path));
}
