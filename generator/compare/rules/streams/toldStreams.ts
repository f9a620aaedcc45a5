import type { Direction, StreamDescriptor } from "@wirepact/runtime";
import type { Json } from "../../../json.ts";
import type { Finding, Side } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { type Paired, pairByKey } from "../../match/byKey.ts";
import { sortedValues } from "../../schema/canonical.ts";
import type { Brought } from "../replies/elsewhere.ts";
import { isShared } from "../replies/toldReplies.ts";

/** A stream of one of the contracts, in the names of the new one. */
export interface ToldStream extends StreamDescriptor {
  /** Who starts it. */
  readonly from: Direction;
  readonly side: Side;
  readonly pointer: string;
}

/** Streams of both contracts by what starts them; those whose start only one contract has are its message's affair. */
export function pairStreams(pair: ContractPair): Paired<ToldStream> {
  const told = (side: Side) => toldStreams(pair, side).filter(({ start }) => isShared(pair, start));
  return pairByKey(told("before"), told("after"), ({ start }) => start);
}

function toldStreams(pair: ContractPair, side: Side): ToldStream[] {
  const told = (name: string) => pair.names.told(side, name);
  return pair[side].session.streams.map((stream, index) => {
    const start = told(stream.start);
    return {
      ...stream,
      start,
      items: stream.items.map(told),
      ends: stream.ends.map((end) => ({ ...end, message: told(end.message) })),
      after: stream.after.map(told),
      from: pair.names.message(side, start)?.from[0] ?? "client",
      side,
      pointer: `/x-wirepact/streams/${index}`,
    };
  });
}

/** What is the same in all that is said of a stream. */
export function aboutStream(
  { start, from, pointer, side }: ToldStream,
  place = "",
): Pick<Finding, "level" | "message" | "from" | "pointer" | "side"> {
  return { level: "wire", message: start, from: [from], pointer: `${pointer}${place}`, side };
}

/** What makes a stream this one: in whatever order its parts are listed, all of them. */
export function identityOf({ start, items, ends, after, match, key, concurrent }: ToldStream): readonly Json[] {
  const ended = ends.map(({ message, where }) => [message, where?.pointer ?? null, sortedValues(where?.values ?? [])]);
  return [
    start,
    sortedValues(items),
    sortedValues(ended),
    sortedValues(after),
    sortedValues(match),
    key ?? null,
    concurrent ?? null,
  ];
}

/** What a stream's start brings about. */
export function broughtBy({ start, items, ends, from, side }: ToldStream): Brought {
  const end = ends.find(({ where }) => where === undefined)?.message;
  return { side, from, start, messages: [...new Set([...items, ...ends.map(({ message }) => message)])], end };
}
