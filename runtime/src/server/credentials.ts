import type { ProtocolDescriptor } from "../protocol.ts";
import type { UpgradeRequest } from "./peer.ts";

/** Options of a server as a check sees them: it reads those of its own, such as `jwt`, and judges their shape. */
export type CheckOptions = Readonly<Record<string, unknown>>;

/**
 * Proves who asks for a connection. Gives what is known of them, such as the claims of a token; throws or rejects where the
 * proof is missing or wrong. The reason goes to `onError`, never to the peer. A proof that expires says when, in milliseconds
 * since 1970: the connection ends then.
 */
export type UpgradeCheck = (request: UpgradeRequest, expires?: (time: number) => void) => unknown;

/** Makes a check from the options of one server, once; undefined where they do not turn it on. */
export type UpgradeCheckMaker = (contract: ProtocolDescriptor, options: CheckOptions) => UpgradeCheck | undefined;

/**
 * Proves who sent a frame. Gives what is known of them, such as `{ address }`, in a canonical form: all frames of one
 * connection must prove the same. Throws or rejects where the proof is missing or wrong.
 */
export type FrameCheck = (frame: unknown, request: UpgradeRequest) => unknown;

/** Makes a check from the options of one server, once; undefined where they turn it off. */
export type FrameCheckMaker = (contract: ProtocolDescriptor, options: CheckOptions) => FrameCheck | undefined;
