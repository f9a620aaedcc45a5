import type { Direction, ReplyDescriptor } from "@wirepact/runtime";
import type { Contract, Message } from "../model/contract.ts";
import { replyPlaces } from "../model/replyPlaces.ts";
import type { Place } from "./verdict.ts";

/** A contract, arranged for judging sessions. All tables are Maps: names may come from a peer. */
export interface SessionPlan {
  readonly contract: Contract;
  readonly messages: ReadonlyMap<string, Message>;
  /** Who sends each message. */
  readonly senders: ReadonlyMap<string, readonly Direction[]>;
  /** Reply pairs, that of the heartbeat among them. */
  readonly pairs: readonly ReplyDescriptor[];
  /** Where a message is defined, and where what answers it is. */
  readonly placeOf: (message: string | null) => Place;
  readonly replyPlace: (side: Direction, request: string) => Place;
}

/** Contracts never change, and are arranged once. */
const plans = new WeakMap<Contract, SessionPlan>();

/** Arranges a contract. */
export function planOf(contract: Contract): SessionPlan {
  const plan = plans.get(contract) ?? arrange(contract);
  plans.set(contract, plan);
  return plan;
}

function arrange(contract: Contract): SessionPlan {
  const messages = new Map(contract.messages.map((message) => [message.name, message]));
  const places = { client: replyPlaces(contract, "client"), server: replyPlaces(contract, "server") };
  const sourced = (pointer: string, name: string | null) => placed(pointer, messages.get(name ?? "")?.source);
  return {
    contract,
    messages,
    senders: new Map(contract.messages.map(({ name, from }) => [name, from])),
    pairs: pairsOf(contract),
    placeOf: (name) => sourced(messages.get(name ?? "")?.pointer ?? "", name),
    replyPlace: (side, request) => sourced(places[side].get(request) ?? "/x-wirepact/heartbeat", request),
  };
}

/** A place of the document, and of the protocol's own where it is known. */
export function placed(pointer: string, source: string | undefined): Place {
  return source === undefined ? { pointer } : { pointer, source };
}

/** A pong answers a ping, whether or not a reply says so. */
function pairsOf({ replies, session: { heartbeat } }: Contract): readonly ReplyDescriptor[] {
  if (heartbeat === null || replies.some(({ request }) => request === heartbeat.ping)) return replies;
  return [...replies, { request: heartbeat.ping, replies: [heartbeat.pong], errors: [], match: [] }];
}
