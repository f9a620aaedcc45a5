import type { Json } from "../json.ts";

/** One frame of a flow. */
export interface Step {
  readonly from: "client" | "server";
  readonly frame: Json;
}

/** One of the document's example flows, as data. */
export interface Scenario {
  readonly name: string;
  readonly description: string;
  readonly source?: string;
  readonly steps: readonly Step[];
}

/** Describes a flow; its name is what fixtures and mocks call it by. */
export function scenario(
  name: string,
  about: { readonly description: string; readonly source?: string },
  steps: readonly Step[],
): Scenario {
  return { name, ...about, steps };
}

/** A frame that the client sends. */
export function fromClient(frame: Json): Step {
  return { from: "client", frame };
}

/** A frame that the server sends. */
export function fromServer(frame: Json): Step {
  return { from: "server", frame };
}
