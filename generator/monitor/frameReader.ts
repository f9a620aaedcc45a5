import { type CompiledValidator, createChecker, createParser } from "@wirepact/runtime/codegen-v1";
import { compiledValidators } from "../emit/validators/compiledValidators.ts";
import type { Contract } from "../model/contract.ts";
import { descriptorOf } from "../model/descriptor.ts";
import type { FrameReader } from "../session/sessionMonitor.ts";
import { linkValidators } from "./linkValidators.ts";

export type { FrameReader } from "../session/sessionMonitor.ts";

/** Compiles a contract for reading frames at once, with the very validators that the package gets, without generating one. */
export function createFrameReader(contract: Contract): FrameReader {
  const validators = compileAll(contract);
  const descriptor = descriptorOf(contract);
  const entries = contract.messages.map(({ name, identifier }) => [name, validators(identifier)] as const);
  return { client: createParser(descriptor, "client", entries), server: createParser(descriptor, "server", entries) };
}

/** Checks frames that are to be sent, as strictly as the package's stubs. */
export function createFrameChecker(contract: Contract): FrameReader {
  const validators = compileAll(contract);
  const descriptor = descriptorOf(contract);
  const entries = contract.messages.map(({ name, identifier }) => [name, validators(identifier)] as const);
  return { client: createChecker(descriptor, "client", entries), server: createChecker(descriptor, "server", entries) };
}

/** The validators of a contract, by the identifiers of messages and named schemas. */
function compileAll(contract: Contract): (identifier: string) => CompiledValidator {
  return linkValidators(compiledValidators(contract));
}
