import { WirepactError } from "../wirepactError.ts";

/** A call that the server answered with an error message of the contract, whose body stands in `reply`. */
export interface Rejection<Name extends string, Reply> extends WirepactError<Reply> {
  readonly code: "rejected";
  readonly reply: Reply;
  readonly messageName: Name;
}

/** Makes the guard that tells an answer of these messages from every other failure. */
export function createRejectionGuard<Name extends string>(
  messages: readonly Name[],
): (error: unknown) => error is Rejection<Name, unknown> {
  const names: ReadonlySet<unknown> = new Set(messages);
  return (error): error is Rejection<Name, unknown> =>
    error instanceof WirepactError && error.code === "rejected" && names.has(error.messageName);
}
