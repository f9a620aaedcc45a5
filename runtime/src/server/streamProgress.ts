import type { StreamDescriptor, StreamEnd } from "../conversation.ts";
import { pointerSteps } from "../pointer.ts";
import { endsStream, keyOf } from "../streamLaws.ts";
import { repeatedOf } from "./answers.ts";
import type { Call } from "./call.ts";
import type { Plan } from "./plan.ts";
import { fillFields, type PreparedFrame, prepare } from "./prepare.ts";

/** What has become of the stream that a call set going. */
export class StreamProgress {
  readonly #plan: Plan;
  readonly #call: Call;
  readonly #stream: StreamDescriptor | undefined;
  #key: unknown;
  #hasBegun = false;
  #hasEnded = false;

  constructor(plan: Plan, call: Call) {
    this.#plan = plan;
    this.#call = call;
    this.#stream = plan.streams.get(call.message);
  }

  /** Takes note of a message that was sent. An error that answers the start ends the stream before it began. */
  sent(frame: PreparedFrame): void {
    if (this.#stream === undefined) return;
    this.#hasBegun = true;
    this.#key ??= keyOf(this.#stream, frame.frame);
    const isRefusal = this.#call.request?.pair.errors.includes(frame.message) === true;
    this.#hasEnded ||= isRefusal || endsStream(this.#stream, frame);
  }

  /** What to say of a stream that is over without its end, for which its client waits; undefined where nothing is missing. */
  missing(): Error | undefined {
    if (this.#stream === undefined || this.#hasEnded) return undefined;
    return new Error(`the stream of ${this.#call.message} ended without ${this.#stream.ends.map(printed).join(" or ")}`);
  }

  /**
   * The end of a stream that failed, where the contract has one: a last message whose state may be `failed` or `error`. It carries
   * the stream's name, so that its client ends that stream and no other; where streams have names and this one has none yet, there
   * is no such end. A stream of which nothing was sent is refused by the protocol's error.
   */
  failedEnd(): PreparedFrame | undefined {
    const stream = this.#stream;
    if (stream === undefined || this.#hasEnded || !this.#hasBegun) return undefined;
    const asked = repeatedOf(stream.match, this.#call.frame);
    if (stream.key !== undefined && this.#key === undefined && asked.length === 0) return undefined;
    for (const { message, where } of stream.ends) {
      const value = where?.values.find((one) => FAILED.includes(one));
      if (where === undefined || value === undefined) continue;
      const named = stream.key === undefined || this.#key === undefined ? [] : [{ pointer: stream.key, value: this.#key }];
      return this.#prepared(message, [{ pointer: where.pointer, value }, ...named, ...asked]);
    }
    return undefined;
  }

  /** Nothing, where the message needs more than that. */
  #prepared(name: string, parts: readonly { readonly pointer: string; readonly value: unknown }[]): PreparedFrame | undefined {
    const message = this.#plan.server.get(name);
    try {
      return message === undefined ? undefined : prepare(this.#plan, name, fillFields(message, {}, parts));
    } catch {
      return undefined;
    }
  }
}

/** How contracts call the state of something that failed. */
const FAILED: readonly string[] = ["failed", "error"];

function printed({ message, where }: StreamEnd): string {
  return where === undefined ? message : `${message} with ${pointerSteps(where.pointer).join(".")} ${where.values.join("|")}`;
}
