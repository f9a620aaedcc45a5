import type { Direction, Parser } from "@wirepact/runtime";
import {
  areUnique,
  type CompiledValidator,
  codePointLength,
  createChecker,
  createParser,
  equal,
  formats,
  isMultiple,
  isPlainObject,
} from "@wirepact/runtime/codegen-v1";
import { compiledValidators } from "../emit/validators/compiledValidators.ts";
import type { Contract } from "../model/contract.ts";
import { descriptorOf } from "../model/descriptor.ts";

/** What compiled code takes from the runtime, by the names under which modules import it. */
const RUNTIME = { areUnique, codePointLength, equal, formats, isMultiple, isPlainObject };

/** Reads frames of a contract in this process, with the very validators that the package gets. */
export type FrameReader = Readonly<Record<Direction, Parser<unknown>>>;

/** Compiles a contract for reading frames at once, without generating a package. */
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

/** Runs the compiled code of all validators in one scope, where they find each other as their modules would. */
function compileAll(contract: Contract): (identifier: string) => CompiledValidator {
  const compiled = compiledValidators(contract);
  const functions = compiled.map(({ identifier, constants, functionName, functionText }) => {
    return `const ${identifier} = (() => {\n${[...constants, functionText].join("\n")}\nreturn ${functionName};\n})();`;
  });
  const names = compiled.map(({ identifier }) => identifier);
  const body = `"use strict";\n${functions.join("\n")}\nreturn new Map([${names.map((name) => `["${name}", ${name}]`).join(", ")}]);`;
  // The code is ajv's, printed from checked schemas; identifiers are decided by the model.
  const validators: Map<string, CompiledValidator> = new Function(...Object.keys(RUNTIME), body)(...Object.values(RUNTIME));
  return (identifier) => {
    const validate = validators.get(identifier);
    if (validate === undefined) throw new TypeError(`no validator ${identifier}`);
    return validate;
  };
}
