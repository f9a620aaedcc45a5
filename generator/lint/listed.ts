import { quote } from "../diagnostics.ts";

/** Names in a sentence: at most five of them. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).map(quote).join(", ");
  return names.length > 5 ? `${shown}, …` : shown;
}
