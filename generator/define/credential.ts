import type { JsonObject } from "../json.ts";

/** How a client proves who it is: the AsyncAPI security scheme, and what AsyncAPI cannot say of it. */
export interface Credential {
  readonly scheme: JsonObject;
  readonly details: JsonObject;
}

/** A JWT in a query parameter. The server fixes the algorithms; the token never chooses. */
export function jwtInQuery(name: string, description: string, algorithms: readonly string[] = ["HS256"]): Credential {
  return { scheme: { type: "httpApiKey", in: "query", name, description }, details: { kind: "jwt", algorithms } };
}

/** A bearer token in the Authorization header of the upgrade. */
export function bearer(description: string): Credential {
  return { scheme: { type: "http", scheme: "bearer", description }, details: { kind: "bearer" } };
}

/** A key in a query parameter. */
export function keyInQuery(name: string, description: string): Credential {
  return { scheme: { type: "httpApiKey", in: "query", name, description }, details: { kind: "apiKey" } };
}

/** A wallet's `personal_sign` (EIP-191) in every frame, at the given JSON Pointer. */
export function eip191(pointer: string, description: string): Credential {
  return { scheme: { type: "asymmetricEncryption", description }, details: { kind: "eip191", pointer } };
}
