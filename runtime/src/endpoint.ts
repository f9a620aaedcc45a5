import type { Pointer } from "./pointer.ts";

/** How frames of a connection are encoded, and the message that changes it. */
export interface EncodingsDescriptor {
  readonly text: "json" | null;
  readonly binary: "msgpack" | null;
  readonly initial: "json" | "msgpack";
  readonly switch?: {
    readonly message: string;
    readonly pointer: Pointer;
    readonly values: Readonly<Record<string, "json" | "msgpack">>;
  };
}

/** How a client proves who it is. */
export type CredentialDescriptor =
  | { readonly kind: "jwt"; readonly name: string; readonly in: "query" | "header"; readonly algorithms: readonly string[] }
  | { readonly kind: "bearer"; readonly name: string }
  | { readonly kind: "apiKey"; readonly name: string; readonly in: "query" | "header" }
  | { readonly kind: "eip191"; readonly name: string; readonly pointer: Pointer };

/** Why a connection is refused: an HTTP status before the upgrade, or a close code after it. In the order of the checks. */
export type RefusalDescriptor =
  | { readonly status: number; readonly when: string }
  | { readonly close: number; readonly when: string };

/** Where and how clients connect. */
export interface EndpointDescriptor {
  /** Path with its parameters in braces, such as `/panels/{id}/ws`. */
  readonly path: string;
  readonly port: number | null;
  readonly query: readonly { readonly name: string; readonly required: boolean }[];
  readonly refusals: readonly RefusalDescriptor[];
  readonly credentials: readonly CredentialDescriptor[];
}
