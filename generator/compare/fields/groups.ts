import type { Json } from "../../json.ts";
import type { Contract, Message } from "../../model/contract.ts";
import type { Side } from "../change.ts";
import type { ContractPair } from "../contractPair.ts";
import { type MessagePair, sharedDirections } from "../match/messagePairs.ts";
import { type FieldRuleName, fieldRules } from "../rules/fields/fieldRules.ts";
import type { Difference } from "./difference.ts";
import { memberOf } from "./members.ts";
import { type Place, showPath } from "./place.ts";
import { type SharedPart, sharedParts } from "./sharedParts.ts";
import { pointerIn, viewOf } from "./view.ts";
import { placesThatDiffer } from "./walk.ts";
import { payloadAt, writtenAt } from "./writtenAt.ts";

/** A difference in one message. */
export interface Occurrence {
  readonly pair: MessagePair;
  readonly place: Place;
  readonly difference: Difference;
}

/** One difference in all messages that have it: what is shared is told once. */
export interface Group {
  readonly rule: FieldRuleName;
  /** From the frame to what differs, in the first of the messages. */
  readonly path: string;
  readonly side: Side;
  readonly pointer: string;
  readonly occurrences: readonly Occurrence[];
}

/** Finds what differs in the frames of messages that both contracts have, by the lights of all rules. */
export function groupsOf(pair: ContractPair): readonly Group[] {
  const groups = new Map<string, Omit<Group, "occurrences"> & { readonly occurrences: Occurrence[] }>();
  const walks = new Walks(pair);
  for (const message of changedMessages(pair)) {
    for (const [rule, place, difference] of walks.differencesIn(message)) {
      const { side, pointer } = difference.at ?? { side: "after", pointer: standing(place, difference, message.after.pointer) };
      const { steps = [], of, was, is } = difference;
      const key = JSON.stringify([rule, side, pointer, showPath(steps), of, was, is, sharedDirections(message)]);
      const group = groups.get(key) ?? {
        rule,
        path: showPath([...place.path, ...steps]),
        side,
        pointer: writtenAt(pair[side], message[side], pointer),
        occurrences: [],
      };
      group.occurrences.push({ pair: message, place, difference });
      groups.set(key, group);
    }
  }
  return [...groups.values()];
}

/** Where the new contract has what differs: the field that is a step away, or else the place. */
function standing({ after }: Place, { steps: [step] = [] }: Difference, otherwise: string): string {
  const place = pointerIn(after, otherwise);
  return step?.kind === "property" ? pointerIn(memberOf(after, step.name), place) : place;
}

/** A difference, where it is, and the rule that found it. */
type Located = readonly [rule: FieldRuleName, place: Place, difference: Difference];

/** Goes through what messages share once. */
class Walks {
  readonly #pair: ContractPair;
  readonly #known = new Map<string, readonly Located[]>();

  constructor(pair: ContractPair) {
    this.#pair = pair;
  }

  differencesIn(message: MessagePair): readonly Located[] {
    const { digests } = this.#pair.messages;
    const parts = sharedParts(digests, message.before.frame, message.after.frame);
    if (parts === undefined) return differencesBelow(rootOf(this.#pair, message));
    return parts.flatMap((part) => this.#below(part));
  }

  #below({ path, before, after }: SharedPart): readonly Located[] {
    const key = JSON.stringify([before, after]);
    const view = (side: Side, schema: Json) => viewOf(this.#pair[side].document, [{ schema, pointer: "" }]);
    const place = () => ({
      path: [],
      before: view("before", before),
      after: view("after", after),
      digests: this.#pair.messages.digests,
    });
    const known = this.#known.get(key) ?? differencesBelow(place());
    this.#known.set(key, known);
    return known.map(([rule, inner, difference]) => [rule, { ...inner, path: [...path, ...inner.path] }, difference]);
  }
}

/** More are not told one by one: the message is judged as a whole besides. */
export const MANY_DIFFERENCES = 200;

function differencesBelow(root: Place): readonly Located[] {
  const found: Located[] = [];
  for (const place of placesThatDiffer(root)) {
    for (const rule of RULES) for (const difference of fieldRules[rule].differ(place)) found.push([rule, place, difference]);
    if (found.length > MANY_DIFFERENCES) break;
  }
  return found.slice(0, MANY_DIFFERENCES);
}

/** Messages of both contracts, in the order of their names, whose frames are not the same. */
export function changedMessages({ messages }: ContractPair): readonly MessagePair[] {
  const changed = messages.kept.filter((pair) => !pair.isSame && sharedDirections(pair).length > 0);
  return [...changed].sort((one, another) => (one.after.name < another.after.name ? -1 : 1));
}

// The keys of a constant object are what its type says.
const RULES = Object.keys(fieldRules) as FieldRuleName[];

function rootOf({ before, after, messages }: ContractPair, pair: MessagePair): Place {
  const view = (contract: Contract, { frame, pointer }: Message) =>
    viewOf(contract.document, [{ schema: frame, pointer: payloadAt(contract, pointer) }]);
  return { path: [], before: view(before, pair.before), after: view(after, pair.after), digests: messages.digests };
}
