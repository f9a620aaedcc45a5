import type { Contract } from "../model/contract.ts";
import { documentKinds } from "./documentKinds.ts";
import type { Change, Mutant } from "./mutant.ts";
import { schemaKinds } from "./schemaKinds.ts";

/** Every kind of mutation, in the order in which they are told. */
const KINDS: readonly (readonly [kind: string, (contract: Contract) => Iterable<Change>])[] = [
  ...schemaKinds,
  ...Object.entries(documentKinds),
];

/** Names of all kinds. */
export const mutantKinds: readonly string[] = KINDS.map(([name]) => name);

/** Every mutant of a contract, kind by kind; always the same ones. */
export function* mutantsOf(contract: Contract): Generator<Mutant> {
  for (const [kind, changes] of KINDS) {
    for (const { pointer, what, text, document } of changes(contract)) {
      const id = `${contract.protocol}/${kind}${pointer}${what === undefined ? "" : `=${what}`}`;
      yield { id, kind, pointer, text, document };
    }
  }
}
