import type { ErrorsDescriptor } from "@wirepact/runtime";
import type { Json } from "../../../json.ts";
import type { Finding, Side } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";

/** What is the same in all that is said of how failures are told. */
export function aboutErrors(
  { names, ...pair }: ContractPair,
  side: Side,
  place = "",
): Pick<Finding, "level" | "message" | "from" | "pointer" | "side"> {
  const message = pair[side].session.errors?.message;
  const about = message === undefined ? null : names.told(side, message);
  return { level: "wire", message: about, from: ["server"], pointer: `/x-wirepact/errors${place}`, side };
}

/** The name of the message that tells failures; undefined where none does. */
export function errorMessage({ names, ...pair }: ContractPair, side: Side): string | undefined {
  const message = pair[side].session.errors?.message;
  return message === undefined ? undefined : names.told(side, message);
}

/** What makes the way in which failures are told this one; the message stands beside it. */
export function identityOf(errors: ErrorsDescriptor | null): readonly Json[] {
  const { pointer = null, unknown = null, invalid = null, failed = null } = errors?.code ?? {};
  return [errors?.text ?? null, pointer, unknown, invalid, failed];
}
