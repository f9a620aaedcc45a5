import type { Root } from "./root.ts";

/** A state machine whose state a message reports. */
export interface Machine {
  readonly name: string;
  readonly message: string;
  readonly description: string;
  readonly source: string | undefined;
  /** JSON Pointer to what tells instances apart. */
  readonly key: string;
  /** JSON Pointer to the state. */
  readonly state: string;
  readonly initial: readonly string[];
  /** From each state, where it may go; a state that goes nowhere is terminal. A list: the names are the author's. */
  readonly transitions: readonly (readonly [from: string, to: readonly string[]])[];
}

/** Reads the state machines. */
export function readMachines({ machines = {} }: Root): Machine[] {
  return Object.entries(machines).map(([name, { source, transitions, ...machine }]) => ({
    name,
    ...machine,
    source,
    transitions: Object.entries(transitions),
  }));
}
