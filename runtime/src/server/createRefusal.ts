import { WirepactError } from "../wirepactError.ts";

/** Makes the function by which handlers refuse a call: what it returns is to be thrown, and the caller gets the message with these fields. */
export function createRefusal(message: string): (fields: unknown) => WirepactError {
  return (reply) => new WirepactError("rejected", `the call was answered by ${message}`, { reply, messageName: message });
}
