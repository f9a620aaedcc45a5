/**
 * Gives why a test cannot meet a stranger that is not on this machine, and says it aloud, since not every reporter does. Where CI
 * is set all of them must be here: tests that vanish are noticed by nobody.
 */
export function strangerIsMissing(reason: string, env: { readonly CI?: string | undefined } = process.env): string {
  if (env.CI) throw new Error(`${reason}; where CI is set, nothing of it is skipped`);
  console.warn(`skipping what ${reason}`);
  return reason;
}
