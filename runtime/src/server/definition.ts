import type { BinaryCodec } from "../codec.ts";
import type { ParseResult } from "../parser.ts";
import type { ProtocolDescriptor } from "../protocol.ts";
import type { FrameCheckMaker, UpgradeCheckMaker } from "./credentials.ts";
import type { OpenListener } from "./listener.ts";

/** What a generated `server.js` hands to `createServe`: the protocol as data, and the pieces that it needs. */
export interface ServerDefinition {
  readonly contract: ProtocolDescriptor;
  /** Reads frames of clients, tolerantly: the generated `parseClientMessage`. */
  readonly parse: FrameReader;
  /** Checks frames that are to be sent, strictly: the generated `checkServerMessage`. Bytes are bytes, whatever the encoding. */
  readonly check: FrameReader;
  /** Makes the listener of the transport: `openWebSocketServer` or `openSocketioServer`. */
  readonly open: OpenListener;
  /** The handler's method for each message that a client sends, and for the opening message: `{ connected: "CONNECTED" }`. */
  readonly methods: Readonly<Record<string, string>>;
  /** Codec of binary frames, where the contract has them. */
  readonly codec?: BinaryCodec;
  /** Proofs that come with the upgrade, such as `jwtCheck`. In the order in which they are asked. */
  readonly upgradeChecks?: readonly UpgradeCheckMaker[];
  /** A proof that comes with every frame, such as `eip191Check`. */
  readonly frameCheck?: FrameCheckMaker;
  /** Options whose value a parameter of the query must equal, by the option's name: `{ engineId: "engineId" }`. */
  readonly query?: Readonly<Record<string, string>>;
  /** HTTP calls that the handler answers, by its method. */
  readonly http?: readonly HttpCall[];
}

/** Reads or checks one decoded frame; never throws. */
export type FrameReader = (frame: unknown, encoding?: "json" | "msgpack") => ParseResult<unknown>;

/** An HTTP call of the contract: the method of the handler that answers it, and the check of what it answers. */
export interface HttpCall {
  /** Name in the contract. */
  readonly name: string;
  readonly method: string;
  /** Whether a body may be answered. */
  readonly check?: (body: unknown) => boolean;
}
