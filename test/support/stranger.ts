/**
 * Gives why a test cannot meet a stranger that is not on this machine, and says it aloud, since not every reporter does. Where
 * STRANGERS is set all of them are here, by `.ci/run`: tests that vanish are noticed by nobody.
 */
export function strangerIsMissing(reason: string, env: { readonly STRANGERS?: string | undefined } = process.env): string {
  if (env.STRANGERS) throw new Error(`${reason}; where STRANGERS is set, nothing of it is skipped`);
  console.warn(`skipping what ${reason}`);
  return reason;
}
