import { escapeStep, type HttpDescriptor } from "@wirepact/runtime";
import { get, getObject, getString, type Json, type JsonObject } from "../json.ts";
import { lowerFirst, MEMBERS } from "./methods.ts";
import { fold, identifiersOf } from "./names.ts";
import type { Identifiers } from "./readType.ts";
import { definitionName } from "./references.ts";
import { rootOf } from "./root.ts";

/** An HTTP call that belongs to the protocol. */
export interface HttpCall extends HttpDescriptor {
  /** The method of clients and handlers. */
  readonly callName: string;
  readonly description: string;
  readonly source: string | undefined;
  /** Identifier of the response's body, which is one of the named schemas. */
  readonly response: string;
}

/** The bodies of responses, as references: one that is written in place is a named schema too, called by its place. */
export function responseReferences(document: JsonObject): Json[] {
  const calls = Object.entries(getObject(get(document, "x-wirepact"), "http"));
  return calls.map(([name, call]) => ({ $ref: responseReference(name, get(call, "response")) }));
}

function responseReference(name: string, response: Json | undefined): string {
  return getString(response, "$ref") ?? `#${encodeURI(`/x-wirepact/http/${escapeStep(name)}/response`)}`;
}

/** Reads the HTTP calls; their methods are none of those that are taken. */
export function readHttp(document: JsonObject, identifiers: Identifiers, taken: ReadonlySet<string>): HttpCall[] {
  const calls = Object.entries(rootOf(document).http ?? {});
  const names = calls.map(([name]) => name);
  const callNames = identifiersOf(names, "Call", new Set([...MEMBERS, ...taken].map(fold)));
  return calls.map(([name, { method, path, status, description, source, response }]) => {
    // The extension is JSON: so is whatever stands in it.
    const reference = responseReference(name, response as Json);
    const identifier = identifiers.get(definitionName(reference) ?? "") ?? "";
    return {
      name,
      callName: lowerFirst(callNames.get(name) ?? ""),
      method,
      path,
      status,
      description,
      source,
      response: identifier,
    };
  });
}
