/** The states of a graph that lie on circles, as the groups that reach each other (Tarjan 1972, without recursion: patterns may be long). */
export function circlesOf(edges: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const search = new Search(edges);
  for (const state of edges.keys()) search.from(state);
  return search.circles;
}

class Search {
  readonly circles: number[][] = [];
  readonly #edges: readonly (readonly number[])[];
  readonly #order = new Map<number, number>();
  readonly #low = new Map<number, number>();
  readonly #open: number[] = [];
  readonly #isOpen = new Set<number>();

  constructor(edges: readonly (readonly number[])[]) {
    this.#edges = edges;
  }

  from(start: number): void {
    if (this.#order.has(start)) return;
    const path = [this.#enter(start)];
    for (let here = path.at(-1); here !== undefined; here = path.at(-1)) {
      const target = here.targets.shift();
      if (target === undefined) {
        path.pop();
        this.#leave(here.state, path.at(-1)?.state);
      } else if (!this.#order.has(target)) path.push(this.#enter(target));
      else if (this.#isOpen.has(target)) this.#lower(here.state, this.#order.get(target));
    }
  }

  #enter(state: number): { readonly state: number; readonly targets: number[] } {
    this.#low.set(state, this.#order.size);
    this.#order.set(state, this.#order.size);
    this.#open.push(state);
    this.#isOpen.add(state);
    return { state, targets: [...new Set(this.#edges[state])] };
  }

  #leave(state: number, above: number | undefined): void {
    const low = this.#low.get(state);
    if (above !== undefined) this.#lower(above, low);
    if (low !== this.#order.get(state)) return;
    const group = this.#open.splice(this.#open.lastIndexOf(state));
    for (const member of group) this.#isOpen.delete(member);
    if (group.length > 1 || this.#edges[state]?.includes(state)) this.circles.push(group);
  }

  #lower(state: number, to = 0): void {
    this.#low.set(state, Math.min(this.#low.get(state) ?? 0, to));
  }
}
