/**
 * Everything that generated code imports, in one place and under one version: a generated package of this
 * version runs with every later release of the runtime that still exports this file.
 */
export { codePointLength } from "./codePointLength.ts";
export { type ContractDescriptor, type Direction, defineContract } from "./contract.ts";
export { equal } from "./equal.ts";
export type { FrameError } from "./error.ts";
export { formats } from "./formats.ts";
export { createParser, type Encoding, type ParseResult, type Parser } from "./parser.ts";
export type { CompiledValidator } from "./validation.ts";
export { createValidator, type StandardSchema, type Validator } from "./validator.ts";
