import { DiagnosticError, quote } from "../diagnostics.ts";

/** What is known to fail, and why. */
export interface KnownFailure {
  /** Id of a case; or, where there is no such case, what ids begin with, and `*`. */
  readonly name: string;
  readonly reason: string;
  readonly line: number;
}

/**
 * Reads a list of known failures: `<case id or prefix*>  # reason`, one a line; a line that begins with `#` says nothing. An id may
 * be a JSON string: names of contracts may have anything in them, and ` #` as well.
 */
export function readKnownFailing(text: string, file: string): KnownFailure[] {
  return text.split(/\r?\n/).flatMap((whole, index): KnownFailure[] => {
    const entry = whole.replace(/^\uFEFF/, "").trim();
    if (entry === "" || entry.startsWith("#")) return [];
    const [, name = entry, reason = ""] = /^("(?:[^"\\]|\\.)*"|.*?)\s+#\s*(.*)$/.exec(entry) ?? [];
    if (reason === "") throw withoutReason(name, file, index + 1);
    return [{ name: unquoted(name), reason, line: index + 1 }];
  });
}

function unquoted(name: string): string {
  if (!name.startsWith('"')) return name;
  try {
    return String(JSON.parse(name));
  } catch {
    return name;
  }
}

function withoutReason(name: string, file: string, line: number): DiagnosticError {
  const text = `${quote(name)} has no reason; write why it fails behind it: ${name.slice(0, 80)}  # why`;
  return new DiagnosticError({ code: "bad-arguments", severity: "error", text, position: { file, line, column: 1 } });
}

/** A list of known failures, held against all cases that there are. */
export class KnownFailing {
  readonly #byId = new Map<string, KnownFailure>();
  /** Entries that name no case: it was renamed, or is gone. */
  readonly stale: readonly KnownFailure[];

  constructor(entries: readonly KnownFailure[], ids: readonly string[]) {
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
