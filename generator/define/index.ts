/** `wirepact/define`: everything a protocol module needs, TypeBox included. */
export { Type } from "typebox";
export { bearer, type Credential, eip191, jwtInQuery, keyInQuery } from "./credential.ts";
export { type Encodings, json, msgpackOrJson, switchedBy } from "./encodings.ts";
export { type CloseCode, type Endpoint, type EndpointOptions, type Refusal, socketio, websocket } from "./endpoint.ts";
export { type ErrorCodes, type ErrorMessage, errorMessage } from "./errors.ts";
export { byField, byFieldAround, byShape, byType, events, type FrameGroup, type Frames, inside, lifecycle } from "./frames.ts";
export { type MessageDefinition, type MessageOptions, message } from "./message.ts";
export {
  type Codec,
  type HttpOperation,
  type Note,
  note,
  type ProtocolDefinition,
  type ProtocolOptions,
  protocol,
} from "./protocol.ts";
export { type ReplyPair, reply } from "./reply.ts";
export { fromClient, fromServer, type Scenario, type Step, scenario } from "./scenario.ts";
export {
  anyObject,
  anyValue,
  bytes,
  closed,
  count,
  dateTime,
  isoDateTime,
  named,
  nullable,
  open,
  openObject,
  variants,
} from "./schema.ts";
export {
  type Heartbeat,
  heartbeat,
  type Machine,
  machine,
  type Resource,
  resource,
  type Topics,
  timed,
  topics,
} from "./session.ts";
export { type Stream, stream } from "./stream.ts";
