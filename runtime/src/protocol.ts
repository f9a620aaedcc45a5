import type { ContractDescriptor } from "./contract.ts";
import type {
  ErrorsDescriptor,
  HeartbeatDescriptor,
  HttpDescriptor,
  ReplyDescriptor,
  ResourceDescriptor,
  StreamDescriptor,
  TopicsDescriptor,
} from "./conversation.ts";
import type { EncodingsDescriptor, EndpointDescriptor } from "./endpoint.ts";

/** A contract with all that the stubs need to connect: where, how frames are encoded, and what answers what. */
export interface ProtocolDescriptor extends ContractDescriptor {
  readonly endpoint: EndpointDescriptor;
  readonly encodings: EncodingsDescriptor;
  /** The server's first message on every connection. */
  readonly opening?: string;
  readonly replies?: readonly ReplyDescriptor[];
  readonly streams?: readonly StreamDescriptor[];
  readonly topics?: TopicsDescriptor;
  readonly errors?: ErrorsDescriptor;
  readonly heartbeat?: HeartbeatDescriptor;
  readonly resource?: ResourceDescriptor;
  readonly http?: readonly HttpDescriptor[];
}
