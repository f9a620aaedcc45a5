/** Where what a user's own handler threw goes, so that it harms nobody else. */
export type Report = (error: unknown) => void;

/** The user's `onError`, or the platform's way of telling that a handler failed. */
export function reportTo(onError: Report | undefined): Report {
  return (error) => {
    try {
      (onError ?? tellPlatform)(error);
    } catch {
      // A reporter that fails has nobody left to tell.
    }
  };
}

function tellPlatform(error: unknown): void {
  // Browsers have it, Node does not; so no library of types that fits both declares it.
  const { reportError } = globalThis as { readonly reportError?: Report };
  if (reportError === undefined) console.error(error);
  else reportError(error);
}
