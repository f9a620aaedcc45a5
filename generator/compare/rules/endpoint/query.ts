import { get, getObject, type Json } from "../../../json.ts";
import type { QueryParameter } from "../../../model/endpoint.ts";
import { endpointChannel } from "../../../model/endpointChannel.ts";
import { follow } from "../../../model/references.ts";
import type { Side } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { type Paired, pairByKey } from "../../match/byKey.ts";

/** A parameter of the query of one of the contracts. */
export interface ToldParameter extends QueryParameter {
  readonly side: Side;
  readonly schema: Json;
}

/** Parameters of the query of both contracts by their names. */
export function pairQuery(pair: ContractPair): Paired<ToldParameter> {
  return pairByKey(toldQuery(pair, "before"), toldQuery(pair, "after"), ({ name }) => name);
}

/** Where the parameters of the query stand in a channel. */
export const QUERY = "/bindings/ws/query";

function toldQuery(pair: ContractPair, side: Side): ToldParameter[] {
  const { document, endpoint } = pair[side];
  const resolve = (value: Json | undefined) => follow(document, value ?? {}, "")?.value;
  const channel = resolve(endpointChannel(document)?.[1]);
  const query = resolve(get(resolve(get(getObject(channel, "bindings"), "ws")), "query"));
  const schemas = getObject(query, "properties");
  return endpoint.query.map((parameter) => ({ ...parameter, side, schema: get(schemas, parameter.name) ?? true }));
}
