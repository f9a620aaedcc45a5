import { type Issue, printable } from "./error.ts";

/** Why a call of a stub failed. The set is closed: a new reason is a new version of this module. */
export type WirepactErrorCode =
  /** The other side answered with the protocol's error message; it stands in `reply`. */
  | "rejected"
  /** No answer came in time. */
  | "timeout"
  /** The caller's AbortSignal fired. */
  | "aborted"
  /** The connection closed before the answer came. */
  | "closed"
  /** The server refused the connection; `status` or `closeCode` says how. */
  | "refused"
  /** No connection could be made within the allowed attempts. */
  | "unreachable"
  /** What was to be sent, and was not, or what came as the answer does not match the contract; `issues` say where. */
  | "invalid-message"
  /** A limit was reached: the queue is full, or too much is pending. */
  | "overloaded";

/** What is known of a failure beyond its code. */
export interface WirepactErrorFacts {
  /** The body of the error message that the other side sent. */
  readonly reply?: unknown;
  /** The name of that message in the contract. */
  readonly messageName?: string;
  readonly issues?: readonly Issue[];
  /** HTTP status of a refused upgrade. */
  readonly status?: number;
  readonly closeCode?: number;
  readonly closeReason?: string;
  readonly cause?: unknown;
}

/** The one error that stubs throw; the code leads its message. `Reply` is the body of the protocol's error message. */
export class WirepactError<Reply = unknown> extends Error {
  override readonly name = "WirepactError";
  readonly code: WirepactErrorCode;
  /** The body of the protocol's error message; only with the code `rejected`. */
  readonly reply: Reply | undefined;
  readonly messageName: string | undefined;
  readonly issues: readonly Issue[];
  readonly status: number | undefined;
  readonly closeCode: number | undefined;
  readonly closeReason: string | undefined;

  constructor(code: WirepactErrorCode, text: string, facts: WirepactErrorFacts = {}) {
    super(printable(`[${code}] ${text}`), facts.cause === undefined ? {} : { cause: facts.cause });
    this.code = code;
    // The body was validated against the schema that Reply was generated from.
    this.reply = facts.reply as Reply | undefined;
    this.messageName = facts.messageName;
    this.issues = facts.issues ?? [];
    this.status = facts.status;
    this.closeCode = facts.closeCode;
    this.closeReason = facts.closeReason;
  }
}
