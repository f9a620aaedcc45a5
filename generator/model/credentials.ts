import type { CredentialDescriptor } from "@wirepact/runtime";
import { get, getList, getString, getStrings, type Json, type JsonObject } from "../json.ts";
import { follow } from "./references.ts";

/** How a client proves who it is. */
export interface Credential {
  /** Name of the security scheme. */
  readonly name: string;
  readonly description: string;
  /** What the stubs do about it; null for a scheme that they leave to the user. */
  readonly descriptor: CredentialDescriptor | null;
}

/** Reads the security schemes of a server: alternatives, one of which is enough. */
export function readCredentials(document: JsonObject, server: Json | undefined): Credential[] {
  return getList(server, "security").map((reference) => {
    const scheme = follow(document, reference, "")?.value;
    const name = (getString(reference, "$ref") ?? "").split("/").at(-1) || (getString(reference, "type") ?? "");
    return { name, description: getString(scheme, "description") ?? "", descriptor: describe(name, scheme) };
  });
}

function describe(key: string, scheme: Json | undefined): CredentialDescriptor | null {
  const details = get(scheme, "x-wirepact");
  const place = placeOf(scheme);
  const pointer = getString(details, "pointer");
  switch (getString(details, "kind") ?? usualKind(scheme)) {
    case "jwt":
      return place && { kind: "jwt", ...place, algorithms: getStrings(details, "algorithms") };
    case "bearer":
      return { kind: "bearer", name: key };
    case "apiKey":
      return place && { kind: "apiKey", ...place };
    case "eip191":
      return pointer === undefined ? null : { kind: "eip191", name: key, pointer };
    default:
      return null;
  }
}

/** What AsyncAPI's own words say, where nothing else does. */
function usualKind(scheme: Json | undefined): string | undefined {
  if (getString(scheme, "type") === "httpApiKey") return "apiKey";
  return getString(scheme, "scheme")?.toLowerCase() === "bearer" ? "bearer" : undefined;
}

/** Where the credential stands in the request that asks for the connection. */
function placeOf(scheme: Json | undefined): { readonly name: string; readonly in: "query" | "header" } | null {
  const name = getString(scheme, "name");
  const where = getString(scheme, "in");
  if (name !== undefined && (where === "query" || where === "header")) return { name, in: where };
  return getString(scheme, "type") === "http" ? { name: "authorization", in: "header" } : null;
}
