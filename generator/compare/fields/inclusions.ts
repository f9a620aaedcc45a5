import type { Json } from "../../json.ts";
import { BytesHolders } from "../../model/bytesHolders.ts";
import type { Contract } from "../../model/contract.ts";
import type { Side } from "../change.ts";
import type { Digests } from "../match/digests.ts";
import type { MessagePair } from "../match/messagePairs.ts";
import { encodingsOf, other } from "../proof.ts";
import { BUDGET, type Budget } from "../schema/budget.ts";
import { Comparison } from "../schema/comparison.ts";
import type { Encoding, Inclusion } from "../schema/inclusion.ts";

import { type SharedPart, sharedParts } from "./sharedParts.ts";

/** An answer, and the encoding that it is about. */
export type Answer = Inclusion & { readonly encoding: Encoding };

/** Each question that stayed open leaves less for those to come: however many messages are hostile, the end is near. */
const BUDGETS: readonly Budget[] = [1, 10, 100].map((part) => ({ ...BUDGET, steps: BUDGET.steps / part }));
const OPEN_QUESTIONS = 5;

/** Asks of messages whether what the sender of one contract may send passes a reader of the other. */
export class Inclusions {
  readonly #contracts: Readonly<Record<Side, Contract>>;
  readonly #bytes: Readonly<Record<Side, BytesHolders>>;
  readonly #encodings: readonly Encoding[];
  readonly #comparisons = new Map<string, Comparison>();
  readonly #whole: Readonly<Record<Side, Map<MessagePair, Answer>>> = { before: new Map(), after: new Map() };
  readonly #proved: Readonly<Record<Side, Map<MessagePair, boolean>>> = { before: new Map(), after: new Map() };
  readonly #parts = new Map<MessagePair, { readonly parts: readonly SharedPart[] | undefined }>();
  readonly #named = new Map<string, boolean>();
  readonly #digests: Digests;
  #open = 0;

  constructor(before: Contract, after: Contract, digests: Digests) {
    this.#digests = digests;
    this.#contracts = { before, after };
    this.#bytes = { before: new BytesHolders(before.definitions), after: new BytesHolders(after.definitions) };
    const spoken = encodingsOf(before).filter((encoding) => encodingsOf(after).includes(encoding));
    this.#encodings = spoken.length > 0 ? spoken : ["json"];
  }

  /** Of all frames of a message that a sender with this contract may send. */
  whole(sender: Side, pair: MessagePair): Answer {
    const known = this.#whole[sender].get(pair);
    if (known !== undefined) return known;
    const answer = this.isProved(sender, pair) ? this.#included : this.demand(sender, pair, pair[other(sender)].frame);
    this.#whole[sender].set(pair, answer);
    return answer;
  }

  /** Whether it is proved that all frames of a message pass. */
  isProved(sender: Side, pair: MessagePair): boolean {
    const known = this.#whole[sender].get(pair);
    if (known !== undefined) return known.kind === "included";
    const proved = this.#proved[sender].get(pair) ?? this.#prove(sender, pair);
    this.#proved[sender].set(pair, proved);
    return proved;
  }

  #prove(sender: Side, pair: MessagePair): boolean {
    if (this.#partsOf(pair)?.every((part) => this.#isIncluded(sender, part)) === true) return true;
    const [sent, read] = [pair[sender].frame, pair[other(sender)].frame];
    return this.#encodingsFor(pair).every((encoding) => this.#proves(sender, encoding, sent, read));
  }

  #proves(sender: Side, encoding: Encoding, sent: Json, read: Json): boolean {
    const supposed = this.#comparison(sender, encoding).suppose(sent, read);
    if (supposed === "unknown") this.#open++;
    return supposed === "included";
  }

  get #included(): Answer {
    return { kind: "included", encoding: this.#encodings[0] ?? "json" };
  }

  #partsOf(pair: MessagePair): readonly SharedPart[] | undefined {
    const known = this.#parts.get(pair);
    if (known !== undefined) return known.parts;
    const parts = sharedParts(this.#digests, pair.before.frame, pair.after.frame);
    this.#parts.set(pair, { parts });
    return parts;
  }

  /** Whether what both contracts refer to is proved to be harmless wherever it stands. */
  #isIncluded(sender: Side, part: SharedPart): boolean {
    const [sent, read] = [part[sender], part[other(sender)]];
    const key = JSON.stringify([sender, sent, read]);
    const known = this.#named.get(key) ?? this.#encodings.every((encoding) => this.#proves(sender, encoding, sent, read));
    this.#named.set(key, known);
    return known;
  }

  /** Of one demand that the reader makes. */
  demand(sender: Side, pair: MessagePair, demand: Json): Answer {
    let open: Answer | undefined;
    for (const encoding of this.#encodingsFor(pair)) {
      const inclusion = this.#comparison(sender, encoding).include(pair[sender].frame, demand);
      if (inclusion.kind === "witness") return { ...inclusion, encoding };
      if (inclusion.kind === "unknown") open ??= { ...inclusion, encoding };
    }
    if (open !== undefined) this.#open++;
    return open ?? this.#included;
  }

  /** Encodings make a difference where there are bytes. */
  #encodingsFor({ before, after }: MessagePair): readonly Encoding[] {
    const holdsBytes = this.#bytes.before.holds(before.frame) || this.#bytes.after.holds(after.frame);
    return holdsBytes ? this.#encodings : this.#encodings.slice(0, 1);
  }

  #comparison(sender: Side, encoding: Encoding): Comparison {
    const tier = Math.min(Math.floor(this.#open / OPEN_QUESTIONS), BUDGETS.length - 1);
    const key = `${sender} ${encoding} ${tier}`;
    const documents = [this.#contracts[sender].document, this.#contracts[other(sender)].document] as const;
    const comparison = this.#comparisons.get(key) ?? new Comparison(...documents, BUDGETS[tier] ?? BUDGET, "described", encoding);
    this.#comparisons.set(key, comparison);
    return comparison;
  }
}
