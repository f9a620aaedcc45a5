const CODES: ReadonlyMap<string, number> = new Map([
  ["client namespace disconnect", 1000],
  ["server namespace disconnect", 1000],
  ["forced server close", 1000],
  ["server shutting down", 1001],
  ["parse error", 1002],
]);

/** Socket.IO's reasons as close codes; whatever is not said with a word of farewell counts as broken. */
export function closeCode(reason: string): number {
  return CODES.get(reason) ?? 1006;
}
