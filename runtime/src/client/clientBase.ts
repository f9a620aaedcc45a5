import type { FrameError } from "../error.ts";
import type { WirepactError } from "../wirepactError.ts";
import type { ClientState } from "./clientState.ts";

/** What every generated client has beside the methods of its protocol. `Messages` are the bodies of the server's messages, by name. */
export interface ClientBase<Messages extends object = Record<string, unknown>, Opening = undefined> {
  readonly state: ClientState;
  /** Body of the latest opening message, renewed with every connection; undefined where the contract has none. */
  readonly opening: Opening;
  /** Resolves when the client is closed for good: by `close`, by a refusal, or because no further attempt is left. Never rejects. */
  readonly closed: Promise<void>;
  /**
   * Hears every message of that name, those that answer requests included, before whoever waits for them; the first opening message
   * too, where the handler is there as soon as the client is. Returns how to stop.
   * A handler that throws is reported to `onError`, and harms nobody.
   */
  on<Name extends keyof Messages & string>(name: Name, handler: (body: Messages[Name]) => void): () => void;
  /** Hears every frame that is no message of the contract, or breaks it: as decoded, or raw where it could not be. */
  onUnknown(handler: (frame: unknown, error: FrameError) => void): () => void;
  /** Hears every change of `state`; with the reason where a connection was lost or none could be made. */
  onStateChange(handler: (state: ClientState, reason?: WirepactError) => void): () => void;
  /** Ends the connection and all attempts at one; whatever is pending fails with the code `closed`. May be called again. */
  close(): Promise<void>;
  /** Closes at the end of an `await using` block. */
  [Symbol.asyncDispose](): Promise<void>;
}

declare global {
  // Compilers and libraries that do not know explicit resource management yet; the same words as @types/node's.
  interface SymbolConstructor {
    readonly asyncDispose: unique symbol;
  }
}

/** A message that arrived where one of several may: its name, and its body. */
export interface Received<Name extends string = string, Body = unknown> {
  readonly message: Name;
  readonly value: Body;
}

/**
 * The messages of one stream, the one that ends it included. Messages are kept from the start until they are read, up to a
 * bound; a stream is read once. Leaving a loop over it stops listening, and does not stop the server.
 */
export interface MessageStream<Item, Reply = undefined> extends AsyncIterable<Item> {
  /** The answer to the message that started the stream; resolves to undefined where the contract has none. */
  readonly reply: Promise<Reply>;
  next(): Promise<IteratorResult<Item, undefined>>;
  return(): Promise<IteratorResult<Item, undefined>>;
  [Symbol.asyncIterator](): MessageStream<Item, Reply>;
}
