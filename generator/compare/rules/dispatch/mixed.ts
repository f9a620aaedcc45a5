import type { Direction } from "@wirepact/runtime";
import { isObject, type Json } from "../../../json.ts";
import { MEETINGS } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { senderIn } from "../../proof.ts";
import { both, type Verdict } from "../verdicts.ts";
import { misread, NOTHING } from "./readAcross.ts";

/** What readers make of frames that have what two messages require. */
export function mixed(pair: ContractPair, one: string, another: string, from: Direction): Verdict {
  const { names, proof } = pair;
  return MEETINGS.flatMap((meeting) => {
    const side = senderIn(meeting, from);
    const messages = [names.message(side, one), names.message(side, another)];
    const sent = messages.flatMap((message) => (message === undefined ? [] : (proof.instanceOf(side, message, from) ?? [])));
    const [first, second] = sent;
    if (first === undefined || second === undefined) return [];
    const frames = [together(first.frame, second.frame), together(second.frame, first.frame)];
    const candidates = frames.flatMap((frame) => sent.map((like) => ({ ...like, frame })));
    return candidates.filter((like) => proof.isSent(side, like)).map((like) => misread(pair, meeting, like));
  }).reduce(both, NOTHING);
}

/** The first with what only the second has. */
function together(one: Json, another: Json): Json {
  return isObject(one) && isObject(another) ? { ...another, ...one } : one;
}
