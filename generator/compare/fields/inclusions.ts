import type { Json } from "../../json.ts";
import { BytesHolders } from "../../model/bytesHolders.ts";
import type { Contract } from "../../model/contract.ts";
import type { Side } from "../change.ts";
import { Comparisons } from "../comparisons.ts";
import type { Digests } from "../match/digests.ts";
import type { MessagePair } from "../match/messagePairs.ts";
import { encodingsOf, other } from "../proof.ts";
import type { Comparison } from "../schema/comparison.ts";
import type { Encoding, Inclusion } from "../schema/inclusion.ts";
import { type SharedPart, sharedParts } from "./sharedParts.ts";
import type { Rest } from "./told.ts";

/** An answer, and the encoding that it is about. */
export type Answer = Inclusion & { readonly encoding: Encoding };

/** Asks of messages whether what the sender of one contract may send passes a reader of the other. */
export class Inclusions {
  readonly #contracts: Readonly<Record<Side, Contract>>;
  readonly #bytes: Readonly<Record<Side, BytesHolders>>;
  readonly #encodings: readonly Encoding[];
  readonly #comparisons = new Comparisons();
  readonly #whole: Readonly<Record<Side, Map<MessagePair, Answer>>> = { before: new Map(), after: new Map() };
  readonly #proved: Readonly<Record<Side, Map<MessagePair, boolean>>> = { before: new Map(), after: new Map() };
  readonly #parts = new Map<MessagePair, { readonly parts: readonly SharedPart[] | undefined }>();
  readonly #named = new Map<string, boolean>();
  readonly #digests: Digests;

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
    if (supposed === "unknown") this.#comparisons.stayedOpen();
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
    return this.#ask(pair, (encoding) => this.#comparison(sender, encoding).include(pair[sender].frame, demand));
  }

  /** Of what a reader asks beside all that is told. */
  rest(sender: Side, pair: MessagePair, { document, frame }: Rest): Answer {
    const own = this.#contracts[sender].document;
    return this.#ask(pair, (encoding) => this.#comparisons.of(own, document, encoding).include(pair[sender].frame, frame));
  }

  #ask(pair: MessagePair, include: (encoding: Encoding) => Inclusion): Answer {
    let open: Answer | undefined;
    for (const encoding of this.#encodingsFor(pair)) {
      const inclusion = include(encoding);
      if (inclusion.kind === "witness") return { ...inclusion, encoding };
      if (inclusion.kind === "unknown") open ??= { ...inclusion, encoding };
    }
    if (open !== undefined) this.#comparisons.stayedOpen();
    return open ?? this.#included;
  }

  /** Encodings make a difference where there are bytes. */
  #encodingsFor({ before, after }: MessagePair): readonly Encoding[] {
    const holdsBytes = this.#bytes.before.holds(before.frame) || this.#bytes.after.holds(after.frame);
    return holdsBytes ? this.#encodings : this.#encodings.slice(0, 1);
  }

  #comparison(sender: Side, encoding: Encoding): Comparison {
    const { [sender]: own, [other(sender)]: another } = this.#contracts;
    return this.#comparisons.of(own.document, another.document, encoding);
  }
}
