import { type Issue, MAX_ISSUES, preview } from "./error.ts";
import { escapeStep, type Pointer } from "./pointer.ts";

/**
 * What validators know of the objects in a value: each tells the properties that its schema describes. What is left over is
 * unknown to the contract. A branch that did not hold is forgotten; an object that no schema described is not judged.
 */
export class KnownProperties {
  readonly #noted: Note[] = [];

  /** Where {@link undo} may return to. */
  get mark(): number {
    return this.#noted.length;
  }

  /** Forgets what was noted since a mark. */
  undo(mark: number): void {
    this.#noted.length = mark;
  }

  /** Some properties of an object are known. */
  know(holder: object, names: readonly string[], ...patterns: readonly RegExp[]): void {
    this.#noted.push({ holder, names, patterns });
  }

  /** An object may have properties of any name. */
  open(holder: object): void {
    this.#noted.push({ holder, names: undefined, patterns: [] });
  }

  /** The properties that no schema knows, by their places in the value. */
  findUnknown(value: unknown): readonly Issue[] {
    const unknown = new Map<object, readonly string[]>();
    for (const [holder, notes] of this.#byHolder()) {
      const keys = unknownKeys(holder, notes);
      if (keys.length > 0) unknown.set(holder, keys);
    }
    return unknown.size === 0 ? [] : locate(value, unknown);
  }

  #byHolder(): ReadonlyMap<object, readonly Note[]> {
    const notes = new Map<object, Note[]>();
    for (const note of this.#noted) {
      const known = notes.get(note.holder);
      if (known === undefined) notes.set(note.holder, [note]);
      else known.push(note);
    }
    return notes;
  }
}

interface Note {
  readonly holder: object;
  /** Undefined where any name will do. */
  readonly names: readonly string[] | undefined;
  readonly patterns: readonly RegExp[];
}

function unknownKeys(holder: object, notes: readonly Note[]): string[] {
  return Object.keys(holder).filter((key) => !notes.some((note) => knows(note, key)) && travels(holder, key));
}

/** A property that is undefined does not. */
function travels(holder: object, key: string): boolean {
  return Reflect.get(holder, key) !== undefined;
}

function knows({ names, patterns }: Note, key: string): boolean {
  return names === undefined || names.includes(key) || patterns.some((pattern) => pattern.test(key));
}

/** Looks for the objects in the value, from the outside in; what contains itself is looked into once. */
function locate(value: unknown, unknown: ReadonlyMap<object, readonly string[]>): Issue[] {
  const issues: Issue[] = [];
  const seen = new Set<object>();
  const open: { readonly held: unknown; readonly path: Pointer }[] = [{ held: value, path: "" }];
  for (const { held, path } of open) {
    if (typeof held !== "object" || held === null || ArrayBuffer.isView(held) || seen.has(held)) continue;
    seen.add(held);
    const keys = new Set(unknown.get(held));
    for (const [key, item] of Object.entries(held)) {
      const place = `${path}/${escapeStep(key)}`;
      if (!keys.has(key)) open.push({ held: item, path: place });
      else if (issues.length < MAX_ISSUES)
        issues.push({ path: place, code: "unknown-property", text: TEXT, value: preview(item) });
    }
  }
  return issues;
}

const TEXT = "must not be present: the contract knows no such property here";
