import { escapeStep } from "@wirepact/runtime";
import { get, getObject, type Json } from "../../../json.ts";
import type { HttpCall } from "../../../model/http.ts";
import type { Finding, Side } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { type Paired, pairByKey } from "../../match/byKey.ts";

/** An HTTP call of one of the contracts. */
export interface ToldCall extends HttpCall {
  readonly side: Side;
  readonly pointer: string;
  /** Schema of the response's body. */
  readonly body: Json;
}

/** HTTP calls of both contracts: by their names, and where those differ by what is asked for. */
export function pairCalls(pair: ContractPair): Paired<ToldCall> {
  const named = pairByKey(toldCalls(pair, "before"), toldCalls(pair, "after"), ({ name }) => name);
  const asked = pairByKey(named.removed, named.added, ({ method, path }) => `${method} ${path}`);
  return { ...asked, kept: [...named.kept, ...asked.kept] };
}

function toldCalls(pair: ContractPair, side: Side): ToldCall[] {
  const { document, session } = pair[side];
  const written = getObject(get(document, "x-wirepact"), "http");
  return session.http.map((call) => ({
    ...call,
    side,
    pointer: `/x-wirepact/http/${escapeStep(call.name)}`,
    body: get(get(written, call.name), "response") ?? true,
  }));
}

/** What is the same in all that is said of an HTTP call. */
export function aboutCall(
  { pointer, side }: ToldCall,
  place = "",
): Pick<Finding, "level" | "message" | "from" | "pointer" | "side"> {
  return { level: "wire", message: null, from: ["server"], pointer: `${pointer}${place}`, side };
}

/** What makes an HTTP call this one. */
export function identityOf({ prints }: ContractPair, { name, method, path, status, side, body }: ToldCall): readonly Json[] {
  return [name, method, path, status, prints[side].of(body)];
}
