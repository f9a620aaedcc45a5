import { getString } from "../../../json.ts";
import type { Contract } from "../../../model/contract.ts";
import type { Finding, Side } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { SAFE } from "../../judgement.ts";
import { other } from "../../proof.ts";

/** A type that a package exports for a named schema. */
export interface NamedType {
  readonly identifier: string;
  readonly pointer: string;
}

/** What became of the types of named schemas: those of messages come and go with their messages. */
export interface NamedTypes {
  readonly renamed: readonly { readonly before: NamedType; readonly after: NamedType }[];
  readonly removed: readonly NamedType[];
  readonly added: readonly NamedType[];
}

/** Pairs the types of named schemas: by their names, or else by what they say, where just one says it. */
export function pairTypes(pair: ContractPair): NamedTypes {
  const [gone, come] = [onlyIn(pair, "before"), onlyIn(pair, "after")];
  const renamed = gone.flatMap((before) => {
    const twins = come.filter(({ number }) => number === before.number);
    const rivals = gone.filter(({ number }) => number === before.number);
    const [after] = twins;
    return after !== undefined && twins.length + rivals.length === 2 ? [{ before, after }] : [];
  });
  return {
    renamed,
    removed: gone.filter((type) => !renamed.some(({ before }) => before === type)),
    added: come.filter((type) => !renamed.some(({ after }) => after === type)),
  };
}

function onlyIn({ before, after, messages }: ContractPair, side: Side): (NamedType & { readonly number: number })[] {
  const contracts = { before, after };
  const known = typeNames(contracts[other(side)]);
  const own = contracts[side].definitions.filter(
    ({ identifier, schema }) => !known.has(identifier) && getString(schema, "$ref") === undefined,
  );
  return own.map(({ identifier, pointer, schema }) => ({ identifier, pointer, number: messages.digests.of(side, schema) }));
}

function typeNames({ definitions, messages }: Contract): ReadonlySet<string> {
  return new Set([...definitions, ...messages].map(({ identifier }) => identifier));
}

/** What is the same in all that is said of source code. */
export function aboutSource(
  side: Side,
  pointer: string,
): Pick<Finding, "level" | "message" | "from" | "pointer" | "side" | "meetings"> {
  return { level: "types", message: null, from: ["client", "server"], pointer, side, meetings: SAFE };
}
