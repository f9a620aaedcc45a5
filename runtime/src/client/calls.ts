import type { Clock } from "../clock.ts";
import type { EnvelopePart } from "../compose.ts";
import type { MessageDescriptor } from "../contract.ts";
import type { ErrorsDescriptor, ReplyDescriptor, StreamDescriptor } from "../conversation.ts";
import type { WirepactError } from "../wirepactError.ts";
import type { MessageStream, Received } from "./clientBase.ts";
import type { CallOptions } from "./options.ts";
import type { Outbox } from "./outbox.ts";
import { overloaded } from "./overloaded.ts";
import type { Parcel } from "./parcel.ts";
import { abortedError, wait } from "./patience.ts";
import type { Asker, Pending, PendingRequests } from "./pendingRequests.ts";
import { rejected, replyBody } from "./replyBody.ts";
import type { Settings } from "./settings.ts";
import type { Slots } from "./slots.ts";
import { StreamCall } from "./streamCall.ts";
import type { StreamTable } from "./streamTable.ts";

/** A message to send: what a user gives, or the stub itself. */
export interface Outgoing {
  readonly message: MessageDescriptor;
  readonly fields: unknown;
  readonly isUrgent?: boolean;
  /** What tells it from other requests, where the fields do not say. */
  readonly id?: EnvelopePart;
}

/** What calls are made of. */
export interface CallParts {
  readonly outbox: Outbox;
  readonly requests: PendingRequests;
  readonly streams: StreamTable;
  readonly slots: Slots;
  readonly settings: Settings;
  readonly clock: Clock;
  /** How the contract's servers say that something failed. */
  readonly errors: ErrorsDescriptor | undefined;
}

/** The three ways of sending a message: just so, as a request, as the start of a stream. */
export class Calls {
  readonly #parts: CallParts;

  constructor(parts: CallParts) {
    this.#parts = parts;
  }

  /** Sends; resolves when the frame left. */
  tell(outgoing: Outgoing): Promise<void> {
    return new Promise((resolve, failed) => this.#parts.outbox.post({ ...outgoing, leaving: () => resolve(), failed }));
  }

  /** Sends, and resolves with the answer. */
  ask(outgoing: Outgoing, pair: ReplyDescriptor, options: CallOptions = {}): Promise<unknown> {
    const { errors } = this.#parts;
    return new Promise((resolve, reject) => {
      this.#admit(outgoing, options);
      this.#request(outgoing, pair, options, {
        answered: (answer, isError) =>
          isError ? reject(rejected(pair.request, answer, errors)) : resolve(replyBody(pair, answer)),
        failed: reject,
      });
    });
  }

  /** Sends, and gives the messages that follow. */
  stream(
    outgoing: Outgoing,
    descriptor: StreamDescriptor,
    pair: ReplyDescriptor | undefined,
    options: CallOptions = {},
  ): MessageStream<Received, unknown> {
    const call = new StreamCall(this.#parts, { outgoing, descriptor, pair, options });
    try {
      this.#admit(outgoing, options);
      call.start();
    } catch (error) {
      // Only WirepactErrors are thrown on the way to the outbox.
      call.fail(error as WirepactError);
    }
    return call.buffer;
  }

  #request(outgoing: Outgoing, pair: ReplyDescriptor, options: CallOptions, asker: Asker): void {
    const { outbox, requests, clock, settings } = this.#parts;
    let pending: Pending | undefined;
    const patience = { timeout: options.timeout ?? settings.requestTimeout, signal: options.signal, subject: pair.request };
    const stop = wait(clock, patience, (error) => {
      if (pending === undefined) outbox.withdraw(parcel);
      else requests.giveUp(pending);
      asker.failed(error);
    });
    const failed = (error: WirepactError) => {
      stop();
      asker.failed(error);
    };
    const answered: Asker["answered"] = (answer, isError) => {
      stop();
      asker.answered(answer, isError);
    };
    const leaving = (frame: unknown) => {
      pending = requests.add(pair, frame, { answered, failed });
    };
    const parcel: Parcel = { ...outgoing, leaving, failed };
    try {
      outbox.post(parcel);
    } catch (error) {
      stop();
      throw error;
    }
  }

  /** Refuses what nobody waits for, and more of the user's than may be pending: the stub's own keep the connection. */
  #admit({ message, isUrgent = false }: Outgoing, { signal }: CallOptions): void {
    if (signal?.aborted === true) throw abortedError(message.name, signal.reason);
    const { requests, streams, slots, settings } = this.#parts;
    if (!isUrgent && requests.size + streams.size + slots.waiting >= settings.maxPending) {
      throw overloaded(message, `${settings.maxPending} calls are pending already`);
    }
  }
}
