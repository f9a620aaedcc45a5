const LONGEST = 400;

/** A value as JSON, cut. What came from a program may be nested deeper than it can be printed. */
export function shown(value: unknown): string {
  const text = printed(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

function printed(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return "what is nested too deep to be shown";
  }
}
