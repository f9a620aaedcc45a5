/**
 * JSON without blanks and with the keys of each object sorted by their UTF-16 units: two ends print a value alike, however
 * they came by it, so that both can sign it. Only what JSON can say: anything else throws a TypeError.
 */
export function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(",")}]`;
  if (typeof value === "object" && value !== null) return `{${sortedMembers(value).join(",")}}`;
  const json = Number.isNaN(value) || value === Infinity || value === -Infinity ? undefined : JSON.stringify(value);
  if (json === undefined) throw new TypeError(`eip191: ${typeof value} is not JSON`);
  return json;
}

/** What is undefined is left out, as `JSON.stringify` does. */
function sortedMembers(value: object): string[] {
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return members.map(([key, member]) => `${JSON.stringify(key)}:${sortedJson(member)}`);
}
