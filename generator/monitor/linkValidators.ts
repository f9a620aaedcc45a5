import {
  areUnique,
  type CompiledValidator,
  codePointLength,
  equal,
  formats,
  isMultiple,
  isPlainObject,
} from "@wirepact/runtime/codegen-v1";
import type { CompiledCode } from "../emit/validators/compile.ts";

/** What compiled code takes from the runtime, by the names under which modules import it. */
const RUNTIME = { areUnique, codePointLength, equal, formats, isMultiple, isPlainObject };

/** Runs the compiled code of some validators in one scope, where they find each other as their modules would. */
export function linkValidators(
  compiled: readonly (CompiledCode & { readonly identifier: string })[],
): (identifier: string) => CompiledValidator {
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
