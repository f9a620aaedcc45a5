import { escapeStep, type HttpDescriptor } from "@wirepact/runtime";
import { get, getObject, getString, type Json, type JsonObject } from "../json.ts";
import { lowerFirst } from "./methods.ts";
import { identifierOf } from "./names.ts";
import type { Identifiers } from "./readType.ts";
import { definitionName } from "./references.ts";
import { rootOf } from "./root.ts";

/** An HTTP call that belongs to the protocol. */
export interface HttpCall extends HttpDescriptor {
  /** What stubs call it. */
  readonly functionName: string;
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

/** Reads the HTTP calls; their names are none of those that are taken. */
export function readHttp(document: JsonObject, identifiers: Identifiers, taken: ReadonlySet<string>): HttpCall[] {
  const calls = Object.entries(rootOf(document).http ?? {});
  return calls.map(([name, { method, path, status, description, source, response }]) => {
    // The extension is JSON: so is whatever stands in it.
    const reference = responseReference(name, response as Json);
    const identifier = identifiers.get(definitionName(reference) ?? "") ?? "";
    return { name, functionName: functionName(name, taken), method, path, status, description, source, response: identifier };
  });
}

/** Words that no function can be called by, in modules. */
const KEYWORDS: ReadonlySet<string> = new Set(
  `arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function
  if implements import in instanceof interface let new null package private protected public return static super switch this throw true try
  typeof var void while with yield contract`.split(/\s+/),
);

function functionName(name: string, taken: ReadonlySet<string>): string {
  const plain = lowerFirst(identifierOf(name, "Call"));
  return taken.has(plain) || KEYWORDS.has(plain) ? `${plain}Call` : plain;
}
