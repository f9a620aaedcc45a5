import type { EnvelopePart } from "../compose.ts";
import type { MessageDescriptor } from "../contract.ts";
import type { WirepactError } from "../wirepactError.ts";

/** One message to send, and who wants to know what becomes of it. */
export interface Parcel {
  readonly message: MessageDescriptor;
  readonly fields: unknown;
  /** What tells it from other requests, where the fields do not say. */
  readonly id?: EnvelopePart;
  /** The stub's own: goes before what waits, on a connection that is ready. */
  readonly isUrgent?: boolean;
  /** Called right before the frame leaves. */
  readonly leaving: (frame: unknown) => void;
  /** It will not leave any more. */
  readonly failed: (error: WirepactError) => void;
}
