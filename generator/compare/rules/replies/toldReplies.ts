import type { Direction, FieldPair } from "@wirepact/runtime";
import type { Json } from "../../../json.ts";
import { replyPlaces } from "../../../model/replyPlaces.ts";
import { otherSide } from "../../../session/heard.ts";
import type { Finding, Side } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { type Paired, pairByKey } from "../../match/byKey.ts";
import { sortedValues } from "../../schema/canonical.ts";
import type { Brought } from "./elsewhere.ts";

/** A reply pair of one of the contracts, in the names of the new one. */
export interface ToldReply {
  readonly request: string;
  readonly replies: readonly string[];
  readonly errors: readonly string[];
  readonly match: readonly FieldPair[];
  readonly id: string | undefined;
  /** Who asks. */
  readonly from: Direction;
  readonly side: Side;
  readonly pointer: string;
}

/** Reply pairs of both contracts by their requests; those whose request only one contract has are its message's affair. */
export function pairReplies(pair: ContractPair): Paired<ToldReply> {
  const told = (side: Side) => toldReplies(pair, side).filter(({ request }) => isShared(pair, request));
  return pairByKey(told("before"), told("after"), ({ request }) => request);
}

/** Whether both contracts have a message. */
export function isShared({ names }: ContractPair, name: string): boolean {
  return names.message("before", name) !== undefined && names.message("after", name) !== undefined;
}

function toldReplies(pair: ContractPair, side: Side): ToldReply[] {
  const { names } = pair;
  const contract = pair[side];
  const places = { client: replyPlaces(contract, "client"), server: replyPlaces(contract, "server") };
  return contract.replies.map(({ request, replies, errors, match, id }) => {
    const [from = "client"] = names.message(side, names.told(side, request))?.from ?? [];
    return {
      request: names.told(side, request),
      replies: replies.map((name) => names.told(side, name)),
      errors: errors.map((name) => names.told(side, name)),
      match,
      id,
      from,
      side,
      pointer: places[from].get(request) ?? places[otherSide(from)].get(request) ?? "",
    };
  });
}

/** What is the same in all that is said of a reply pair. */
export function aboutReply({
  request,
  from,
  pointer,
  side,
}: ToldReply): Pick<Finding, "level" | "message" | "from" | "pointer" | "side"> {
  return { level: "wire", message: request, from: [from], pointer, side };
}

/** What makes a reply pair this one: in whatever order its parts are listed, all of them. */
export function identityOf({ request, replies, errors, match, id }: ToldReply): readonly Json[] {
  return [request, sortedValues(replies), sortedValues(errors), sortedValues(match), id ?? null];
}

/** What a request brings about. */
export function broughtBy({ request, replies, errors, from, side }: ToldReply): Brought {
  return { side, from, start: request, messages: [...replies, ...errors] };
}
