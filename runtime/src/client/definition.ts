import type { BinaryCodec } from "../codec.ts";
import type { Parser } from "../parser.ts";
import type { ProtocolDescriptor } from "../protocol.ts";
import type { HttpCall } from "./httpCall.ts";
import type { OpenTransport } from "./transport.ts";

/**
 * What a generated `client.js` hands to `createConnect`: the protocol as data, its validators, and how to connect.
 * What each method does follows from the contract: a request where the message has a reply pair, a stream where it starts
 * one, and else a plain send.
 */
export interface ClientDefinition {
  readonly contract: ProtocolDescriptor;
  /** Reads what the server sends, tolerantly: the generated `parseServerMessage`. */
  readonly parse: Parser<unknown>;
  /** Checks what is about to be sent, strictly: the generated `checkClientMessage`. Bytes are bytes, whatever the encoding. */
  readonly check: Parser<unknown>;
  /** Opens connections: `openWebSocket`, or `openSocketio`. */
  readonly open: OpenTransport;
  /** Encodes binary frames, where the contract has them: `msgpack`. */
  readonly codec?: BinaryCodec;
  /** Names of the client's methods, each with the message that it sends: `{ trigger: "TRIGGER" }`. */
  readonly methods: Readonly<Record<string, string>>;
  /** Messages whose body holds nothing to give: their methods take the options alone. */
  readonly withoutFields?: readonly string[];
  /** HTTP calls of the contract by the client's methods; they go to the host of the connection. */
  readonly http?: Readonly<Record<string, HttpCall<unknown>>>;
}
