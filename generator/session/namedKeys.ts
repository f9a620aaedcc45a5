import { type NamedFrame, nameAt } from "@wirepact/runtime/laws";
import { BOUNDS, BoundedMap } from "./bounded.ts";
import type { SessionPlan } from "./sessionPlan.ts";

/** Where a message names something, and where others carry the same name. */
interface Naming {
  readonly asked: string;
  readonly answered: string;
}

/** Names that one side gave first, by the place at which the other carries them: of jobs to cancel, of streams to follow again. */
export class NamedKeys {
  readonly #namings: ReadonlyMap<string, readonly Naming[]>;
  readonly #names = new BoundedMap<true>(BOUNDS.names);

  constructor({ contract, pairs }: SessionPlan) {
    const { streams, machines } = contract.session;
    const places = new Set([...streams.flatMap(({ key }) => key ?? []), ...machines.map(({ key }) => key)]);
    const starts = streams.map(({ start, match }) => ({ message: start, match }));
    const requests = pairs.map(({ request, match }) => ({ message: request, match }));
    const namings = new Map<string, Naming[]>();
    for (const { message, match } of [...starts, ...requests]) {
      const own = match.filter(([, answered]) => places.has(answered)).map(([asked, answered]) => ({ asked, answered }));
      namings.set(message, [...(namings.get(message) ?? []), ...own]);
    }
    this.#namings = namings;
  }

  get size(): number {
    return this.#names.size;
  }

  /** Takes note of the names in a message. */
  hear({ message, frame }: NamedFrame): void {
    for (const { asked, answered } of this.#namings.get(message) ?? []) {
      const name = nameAt(frame, asked);
      if (name !== undefined) this.#names.set(keyText(answered, name), true);
    }
  }

  /** Whether a name at a place was given before. */
  knows(place: string, name: unknown): boolean {
    return this.#names.has(keyText(place, name));
  }

  /** Whether a name at a place was given before, or may have been: names are forgotten in time. */
  has(place: string, name: unknown): boolean {
    return this.#names.hasForgotten || this.#names.has(keyText(place, name));
  }
}

/** A name at a place as the key of a map; 1 and "1" are two names. */
export function keyText(place: string, name: unknown): string {
  return `${place} ${JSON.stringify(name)}`;
}
