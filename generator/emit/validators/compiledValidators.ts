import { BytesHolders } from "../../model/bytesHolders.ts";
import type { Contract } from "../../model/contract.ts";
import { type CompiledCode, compile } from "./compile.ts";
import { Lowering } from "./lower.ts";
import { referencesOf } from "./referencesOf.ts";

/** The validator of one message's frame or of one named schema. */
export interface CompiledValidatorCode extends CompiledCode {
  readonly identifier: string;
  /** Validators that it calls, by their identifiers. */
  readonly references: readonly string[];
}

/** Contracts never change, and compiling is the slowest thing done to them. */
const cache = new WeakMap<Contract, readonly CompiledValidatorCode[]>();

/** Compiles the validators of a contract, named schemas first. */
export function compiledValidators(contract: Contract): readonly CompiledValidatorCode[] {
  const known = cache.get(contract);
  if (known !== undefined) return known;
  const lowering = new Lowering(
    contract.document,
    new Map(contract.definitions.map(({ name, identifier }) => [name, identifier])),
    new BytesHolders(contract.definitions),
  );
  const schemas = [
    ...contract.definitions.map(({ identifier, schema }) => ({ identifier, schema })),
    ...contract.messages.map(({ identifier, frame }) => ({ identifier, schema: frame })),
  ];
  const compiled = schemas.map(({ identifier, schema }) => {
    const lowered = lowering.lower(schema);
    return { identifier, ...compile(lowered), references: referencesOf(lowered) };
  });
  cache.set(contract, compiled);
  return compiled;
}
