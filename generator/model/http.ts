import type { HttpDescriptor } from "@wirepact/runtime";
import type { Json } from "../json.ts";
import { type Identifiers, readType } from "./readType.ts";
import type { Root } from "./session.ts";
import type { Type } from "./type.ts";

/** An HTTP call that belongs to the protocol. */
export interface HttpCall extends HttpDescriptor {
  readonly description: string;
  readonly source: string | undefined;
  /** JSON Schema of the response's body, and its type. */
  readonly response: Json;
  readonly type: Type;
}

/** Reads the HTTP calls. */
export function readHttp({ http = {} }: Root, identifiers: Identifiers): HttpCall[] {
  return Object.entries(http).map(([name, { method, path, status, description, source, ...call }]) => {
    // The extension is JSON, and that this is a schema was checked as for every payload.
    const response = call.response as Json;
    return { name, method, path, status, description, source, response, type: readType(response, identifiers) };
  });
}
