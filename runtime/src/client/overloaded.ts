import type { MessageDescriptor } from "../contract.ts";
import { WirepactError } from "../wirepactError.ts";

/** The error of a message for which there is no room. */
export function overloaded({ name }: MessageDescriptor, why: string): WirepactError {
  return new WirepactError("overloaded", `${name}: ${why}`, { messageName: name });
}
