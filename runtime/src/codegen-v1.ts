/**
 * Everything that generated code imports, in one place and under one version: a generated package of this
 * version runs with every later release of the runtime that still exports this file.
 */
export type { ClientBase, MessageStream, Received } from "./client/clientBase.ts";
export type { ClientState } from "./client/clientState.ts";
export { createConnect } from "./client/createConnect.ts";
export type { ClientDefinition } from "./client/definition.ts";
export { createHttpCall, type HttpCallOptions } from "./client/httpCall.ts";
export type { CallOptions, ConnectOptions, Credential } from "./client/options.ts";
export { createRejectionGuard, type Rejection } from "./client/rejection.ts";
export { codePointLength } from "./codePointLength.ts";
export { type ContractDescriptor, type Direction, defineContract } from "./contract.ts";
export { equal } from "./equal.ts";
export type { FrameError } from "./error.ts";
export { formats } from "./formats.ts";
export { isMultiple } from "./multiple.ts";
export { createChecker, createParser, type Encoding, type ParseResult, type Parser } from "./parser.ts";
export { isPlainObject } from "./plainObject.ts";
export type { ProtocolDescriptor } from "./protocol.ts";
export type { Broadcaster, BroadcastNotice } from "./server/broadcaster.ts";
export { createRefusal } from "./server/createRefusal.ts";
export { createServe } from "./server/createServe.ts";
export type { ServerDefinition } from "./server/definition.ts";
export type { Limits } from "./server/limits.ts";
export type { ServerOptions } from "./server/options.ts";
export type { Outgoing, Repeating } from "./server/outgoing.ts";
export type { RequestOf, UpgradeRequest } from "./server/peer.ts";
export type { ResourceOptions } from "./server/resources.ts";
export type { BroadcastWhere, CloseOptions, Server } from "./server/server.ts";
export type { AskOptions, Session, SessionEnd } from "./server/session.ts";
export { areUnique } from "./unique.ts";
export type { CompiledValidator } from "./validation.ts";
export { createValidator, type StandardSchema, type Validator } from "./validator.ts";
export { WirepactError, type WirepactErrorCode } from "./wirepactError.ts";
