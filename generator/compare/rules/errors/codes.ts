import type { Side } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";

/** The codes that the contract of a side gives for failures. */
function codesOf(pair: ContractPair, side: Side): string[] {
  const { errors } = pair[side].session;
  const { unknown, invalid, failed } = errors?.code ?? {};
  const used = [unknown, invalid, failed].filter((code) => code !== undefined);
  return [...new Set([...(errors?.codes ?? []).map(({ code }) => code), ...used])];
}

/** Codes that only the one side has, where both tell failures. */
export function codesBeyond(pair: ContractPair, side: Side, other: Side): string[] {
  // Codes that come or go with their place are told of with it.
  if (pair.before.session.errors?.code === undefined || pair.after.session.errors?.code === undefined) return [];
  const known = new Set(codesOf(pair, other));
  return codesOf(pair, side).filter((code) => !known.has(code));
}
