/** The states of a graph that lie on circles, as the groups that reach each other. */
export function circlesOf(edges: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const order = edges.map(() => -1);
  const low = edges.map(() => 0);
  const open: number[] = [];
  const isOpen = new Set<number>();
  const circles: number[][] = [];
  let count = 0;
  const visit = (state: number): void => {
    order[state] = low[state] = count++;
    open.push(state);
    isOpen.add(state);
    for (const target of edges[state] ?? []) {
      if (order[target] === -1) visit(target);
      if (isOpen.has(target)) low[state] = Math.min(low[state] ?? 0, low[target] ?? 0);
    }
    if (low[state] !== order[state]) return;
    const group = open.splice(open.lastIndexOf(state));
    for (const member of group) isOpen.delete(member);
    if (group.length > 1 || edges[state]?.includes(state)) circles.push(group);
  };
  for (const state of edges.keys()) if (order[state] === -1) visit(state);
  return circles;
}
