import type { Net } from "./net.ts";

/** A net walked by characters of some kinds: states are sets of its places, numbered as they are met; 0 is the first. */
export class Machine {
  readonly #net: Net;
  readonly #tests: ReadonlyMap<string, readonly boolean[]>;
  readonly #states: (readonly number[])[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #next = new Map<string, number>();

  constructor(net: Net, kinds: readonly string[]) {
    this.#net = net;
    const sets = new Set(net.places.flatMap(({ takes }) => takes.map(({ text }) => text)));
    this.#tests = new Map([...sets].map((text) => [text, kinds.map((kind) => new RegExp(`^(?:${text})$`, "u").test(kind))]));
    this.#numberOf(this.#closure([0], ["always", "start"]));
  }

  /** The state after a character of a kind. */
  next(state: number, kind: number): number {
    const key = `${state} ${kind}`;
    const known = this.#next.get(key) ?? this.#step(state, kind);
    this.#next.set(key, known);
    return known;
  }

  /** Whether the text may end here. */
  accepts(state: number, isStart: boolean): boolean {
    return this.#closure(this.#states[state] ?? [], isStart ? ["always", "start", "end"] : ["always", "end"]).includes(
      this.#net.last,
    );
  }

  #step(state: number, kind: number): number {
    const places = this.#states[state] ?? [];
    if (places.includes(this.#net.last)) return state;
    const taken = places.flatMap((place) => this.#net.places[place]?.takes ?? []);
    const reached = taken.filter(({ text }) => this.#tests.get(text)?.[kind]).map(({ to }) => to);
    return this.#numberOf(this.#closure(reached, ["always"]));
  }

  /** From the last place on anything goes: there, no other matters. */
  #numberOf(places: readonly number[]): number {
    const kept = places.includes(this.#net.last) ? [this.#net.last] : places;
    const key = kept.join();
    const number = this.#numbers.get(key) ?? this.#states.push(kept) - 1;
    this.#numbers.set(key, number);
    return number;
  }

  #closure(from: readonly number[], when: readonly string[]): number[] {
    const seen = new Set(from);
    for (const place of seen) {
      for (const skip of this.#net.places[place]?.skips ?? []) if (when.includes(skip.when)) seen.add(skip.to);
    }
    return [...seen].sort((a, b) => a - b);
  }
}
