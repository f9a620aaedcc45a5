import type { Direction } from "@wirepact/runtime";
import type { Json } from "../json.ts";
import type { Contract, Message } from "../model/contract.ts";
import type { Side } from "./change.ts";
import { Comparisons } from "./comparisons.ts";
import { constantsOf, presentAt, regionOf } from "./match/regions.ts";
import { encodingsOf, other, type SentFrame } from "./proof.ts";
import type { Comparison } from "./schema/comparison.ts";

/** Whether some frame is found; proved that there is none; or left open. */
export type Found =
  | { readonly kind: "frame"; readonly sent: SentFrame }
  | { readonly kind: "none" }
  | { readonly kind: "open"; readonly reason: string };

/** So many questions are asked at most. */
const MOST_QUESTIONS = 1_000;

/** Asks which messages of one contract frames of a message of the other may be taken for: of all its frames, not of one. */
export class Reach {
  readonly #contracts: Readonly<Record<Side, Contract>>;
  readonly #comparisons = new Comparisons();
  #left = MOST_QUESTIONS;

  constructor(before: Contract, after: Contract) {
    this.#contracts = { before, after };
  }

  /** Messages that the reader has of this sender, without those whose constants tell that no frame of this message is one. */
  within(side: Side, message: Message, from: Direction): Message[] {
    return this.#contracts[other(side)].messages.filter((target) => this.mayBe(side, message, from, target));
  }

  /** Whether constants leave it open that a frame of a message is this one to its reader. */
  mayBe(side: Side, { match }: Message, from: Direction, { from: senders, match: wanted }: Message): boolean {
    if (!senders.includes(from)) return false;
    const place = this.#contracts[side].discriminators[from][0];
    // Where both look at the same place first, and something stands there, nothing else counts.
    if (match.kind === "shape" || match.pointer !== place) return true;
    if (this.#contracts[other(side)].discriminators[from][0] !== place) return true;
    if (wanted.kind === "shape" || wanted.pointer !== place) return false;
    const constants = constantsOf(match);
    return constantsOf(wanted).some((value) => constants.includes(value));
  }

  /** A frame of a message that the reader takes for one of these. */
  into(side: Side, message: Message, from: Direction, targets: readonly Message[]): Found {
    if (targets.length === 0) return { kind: "none" };
    return this.#ask(side, message, from, [{ not: regionOf(this.#contracts[other(side)], from, targets) }]);
  }

  /** A frame of a message that the reader does not take for this one; kinds of it that the reader does not know are left out. */
  beyond(side: Side, message: Message, from: Direction, target: Message): Found {
    return this.#ask(side, message, from, [regionOf(this.#contracts[other(side)], from, [{ ...target, variants: null }])]);
  }

  /** A frame of a message that the reader takes for this one, and refuses. */
  refusedAs(side: Side, message: Message, from: Direction, target: Message): Found {
    const region = regionOf(this.#contracts[other(side)], from, [target]);
    return this.#ask(side, message, from, [{ not: region }, target.frame]);
  }

  /** A frame of a message that the reader takes for this one, and accepts. */
  acceptedAs(side: Side, message: Message, from: Direction, target: Message): Found {
    const region = regionOf(this.#contracts[other(side)], from, [target]);
    return this.#ask(side, message, from, [{ not: region }, { not: target.frame }]);
  }

  /** A frame of a message for each of the constants that stand for it. */
  *ofEachConstant(side: Side, message: Message, from: Direction): Iterable<SentFrame> {
    const { match } = message;
    if (match.kind === "shape") return;
    for (const value of constantsOf(match)) {
      const found = this.#ask(side, message, from, [{ not: presentAt(match.pointer, { enum: [value] }) }]);
      if (found.kind === "frame") yield found.sent;
    }
  }

  /** A frame of a message that keeps none of some demands. */
  #ask(side: Side, message: Message, from: Direction, demands: readonly Json[]): Found {
    if (this.#left === 0) return { kind: "open", reason: "there are too many messages to ask what becomes of each" };
    this.#left -= 1;
    const own = { not: regionOf(this.#contracts[side], from, [message]) };
    const encoding = this.#encoding(side);
    const answer = this.#comparison(side).include(message.frame, { anyOf: [own, ...demands] });
    if (answer.kind === "witness") {
      return { kind: "frame", sent: { message: message.name, from, frame: answer.value, encoding } };
    }
    if (answer.kind === "included") return { kind: "none" };
    this.#comparisons.stayedOpen();
    return { kind: "open", reason: answer.reason };
  }

  #encoding(side: Side): SentFrame["encoding"] {
    const spoken = encodingsOf(this.#contracts[side]);
    const shared = spoken.filter((encoding) => encodingsOf(this.#contracts[other(side)]).includes(encoding));
    return shared[0] ?? spoken[0] ?? "json";
  }

  #comparison(side: Side): Comparison {
    return this.#comparisons.of(this.#contracts[side].document, this.#contracts[other(side)].document, this.#encoding(side));
  }
}
