import type { Message } from "../model/contract.ts";

/** The constants by which frames say that they are a message; none where their properties do. */
export function sentAs({ match }: Message): string[] {
  return match.kind === "shape" ? [] : [match.value, ...(match.others ?? [])].map(String);
}
