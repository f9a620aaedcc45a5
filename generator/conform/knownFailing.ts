import type { ReasonedName } from "../reasonedList.ts";

/** A list of known failures, held against all cases that there are. */
export class KnownFailing {
  readonly #byId = new Map<string, ReasonedName>();
  /** Entries that name no case: it was renamed, or is gone. */
  readonly stale: readonly ReasonedName[];

  constructor(entries: readonly ReasonedName[], ids: readonly string[]) {
    const known = new Set(ids);
    this.stale = entries.filter((entry) => {
      const named = namedBy(entry.name, ids, known);
      for (const id of named) if (!this.#byId.has(id)) this.#byId.set(id, entry);
      return named.length === 0;
    });
  }

  /** Why a case is known to fail; undefined where nobody says so. */
  reasonFor(id: string): string | undefined {
    return this.#byId.get(id)?.reason;
  }
}

/** Ids may end in `*`, which stands for the items of a list there: then it is that case that is meant. */
function namedBy(name: string, ids: readonly string[], known: ReadonlySet<string>): readonly string[] {
  if (known.has(name)) return [name];
  return name.endsWith("*") ? ids.filter((id) => id.startsWith(name.slice(0, -1))) : [];
}
