import { type CompiledValidator, createChecker, createParser } from "@wirepact/runtime/codegen-v1";
import { compiledValidators } from "../emit/validators/compiledValidators.ts";
import type { Contract, Message } from "../model/contract.ts";
import { reachableDefinitions } from "../model/definitions.ts";
import { descriptorOf } from "../model/descriptor.ts";
import type { FrameReader } from "./frameReader.ts";
import { linkValidators } from "./linkValidators.ts";

/** Reads and checks frames of a contract as its package would, where few of its messages are ever asked about: each is compiled when it is. */
export interface FrameReaderOnDemand {
  /** What comes. */
  readonly read: FrameReader;
  /** What is to be sent, as strictly as stubs. */
  readonly check: FrameReader;
}

/** A reader of frames that compiles nothing yet. */
export function createFrameReaderOnDemand(contract: Contract): FrameReaderOnDemand {
  const descriptor = descriptorOf(contract);
  const entries = contract.messages.map((message) => [message.name, onDemand(contract, message)] as const);
  return {
    read: { client: createParser(descriptor, "client", entries), server: createParser(descriptor, "server", entries) },
    check: { client: createChecker(descriptor, "client", entries), server: createChecker(descriptor, "server", entries) },
  };
}

function onDemand(contract: Contract, message: Message): CompiledValidator {
  let compiled: CompiledValidator | undefined;
  const validate: CompiledValidator = function (this: unknown, data) {
    compiled ??= compileOne(contract, message);
    const isValid = compiled.call(this, data);
    validate.errors = compiled.errors ?? null;
    return isValid;
  };
  return validate;
}

function compileOne(contract: Contract, message: Message): CompiledValidator {
  const needed = new Set(reachableDefinitions(contract.document, [message.frame]).map(({ name }) => name));
  const definitions = contract.definitions.filter(({ name }) => needed.has(name));
  return linkValidators(compiledValidators({ ...contract, messages: [message], definitions }))(message.identifier);
}
