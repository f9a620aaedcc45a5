import type { Finding, Side } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { payloadAt, writtenAt } from "../../fields/writtenAt.ts";
import { SAFE } from "../../judgement.ts";
import type { MessagePair } from "../../match/messagePairs.ts";
import { other } from "../../proof.ts";
import { type FramePlace, Places } from "./places.ts";

/** Finds fields that the contract of one side calls deprecated, and that of the other has without saying so; what is shared is told once. */
export function* aboutDeprecatedFields(pair: ContractPair, side: Side, label: string): Iterable<Finding> {
  // Most contracts call nothing deprecated, and no place of them needs to be looked at.
  if (!JSON.stringify(pair[side].document).includes('"deprecated":true')) return;
  const found = new Map<string, { readonly place: FramePlace; readonly messages: Set<MessagePair> }>();
  for (const one of pair.messages.shared) {
    for (const place of onlyIn(pair, side, one)) {
      const group = found.get(place.pointer) ?? { place, messages: new Set() };
      found.set(place.pointer, { ...group, messages: group.messages.add(one) });
    }
  }
  for (const { place, messages } of found.values()) yield* tell(pair, `${label}: \`${place.path}\``, place, [...messages]);
}

/** Such places, as the new contract has them. */
function onlyIn(pair: ContractPair, side: Side, one: MessagePair): FramePlace[] {
  const [own, others] = [placesOf(pair, side, one), placesOf(pair, other(side), one)];
  return own.deprecated().flatMap((place) => {
    const inUse = others.inUse(place.path);
    return inUse === undefined ? [] : [side === "after" ? place : inUse];
  });
}

function placesOf(pair: ContractPair, side: Side, { [side]: message }: MessagePair): Places {
  const contract = pair[side];
  return new Places(contract.document, message.frame, payloadAt(contract, message.pointer));
}

function* tell(
  { after }: ContractPair,
  text: string,
  { path, pointer }: FramePlace,
  [first, ...more]: readonly MessagePair[],
): Iterable<Finding> {
  if (first === undefined) return;
  yield {
    level: "wire",
    message: first.after.name,
    ...(more.length === 0 ? {} : { alsoIn: more.map(({ after }) => after.name) }),
    from: first.after.from,
    pointer: writtenAt(after, first.after, pointer),
    side: "after",
    text,
    meetings: SAFE,
    identity: [first.after.name, path],
  };
}
