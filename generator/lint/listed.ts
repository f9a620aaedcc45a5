import { quote } from "../diagnostics.ts";

/** Names or numbers in a sentence: at most five of them. */
export function listed(names: readonly (string | number)[]): string {
  const shown = names
    .slice(0, 5)
    .map((name) => (typeof name === "string" ? quote(name) : name))
    .join(", ");
  return names.length > 5 ? `${shown}, …` : shown;
}
