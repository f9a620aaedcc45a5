/** The public face of `@wirepact/runtime`: what a user of a generated package may want by name. */
export { encodeBytes } from "./bytes.ts";
export type { ClientBase, MessageStream, Received } from "./client/clientBase.ts";
export type { ClientState } from "./client/clientState.ts";
export type { HttpCallOptions } from "./client/httpCall.ts";
export { CONNECT_OPTIONS } from "./client/optionNames.ts";
export type {
  CallOptions,
  ConnectOptions,
  Credential,
  HeartbeatOptions,
  QueueOptions,
  ReconnectOptions,
} from "./client/options.ts";
export type { Constant, ContractDescriptor, Direction, Match, MessageDescriptor, Variants } from "./contract.ts";
export type {
  ErrorsDescriptor,
  FieldPair,
  HeartbeatDescriptor,
  HttpDescriptor,
  ReplyDescriptor,
  ResourceDescriptor,
  StreamDescriptor,
  StreamEnd,
  TopicsDescriptor,
} from "./conversation.ts";
export type { CredentialDescriptor, EncodingsDescriptor, EndpointDescriptor, RefusalDescriptor } from "./endpoint.ts";
export { FrameError, type FrameErrorCode, type Issue, MAX_ISSUES, preview, printable } from "./error.ts";
export { type FormatName, formats, ISO_DATE_TIME_PATTERN } from "./formats.ts";
export { freeze } from "./freeze.ts";
export { decodeJson } from "./json.ts";
export { createChecker, createParser, type Encoding, type ParseResult, type Parser } from "./parser.ts";
export { escapeStep, type Pointer, pointerOf, pointerSteps, readPointer } from "./pointer.ts";
export type { ProtocolDescriptor } from "./protocol.ts";
export type { Broadcaster, BroadcastNotice } from "./server/broadcaster.ts";
export { DEFAULT_LIMITS, type Limits } from "./server/limits.ts";
export { SERVER_OPTIONS } from "./server/optionNames.ts";
export type { ServerOptions } from "./server/options.ts";
export type { Outgoing, Repeating } from "./server/outgoing.ts";
export type { UpgradeRequest } from "./server/peer.ts";
export type { ResourceOptions } from "./server/resources.ts";
export type { BroadcastWhere, CloseOptions, Server } from "./server/server.ts";
export type { AskOptions, Session, SessionEnd } from "./server/session.ts";
export { similar } from "./similar.ts";
export { type CompiledError, type CompiledValidator, checkValue, readValue } from "./validation.ts";
export type { StandardSchema, Validator } from "./validator.ts";
export { WirepactError, type WirepactErrorCode } from "./wirepactError.ts";
