import type { Json } from "../../json.ts";
import type { Contract } from "../../model/contract.ts";
import { Descriptions } from "../../model/descriptions.ts";
import { readType, type TypeNames } from "../../model/readType.ts";
import type { Type } from "../../model/type.ts";
import type { Side } from "../change.ts";
import type { Place } from "../fields/place.ts";
import { wholeOf } from "../fields/view.ts";
import type { MessagePair } from "../match/messagePairs.ts";
import { SameTypes } from "./sameTypes.ts";

type Both<Thing> = Readonly<Record<Side, Thing>>;

/** The types that packages of two contracts have, as source code on them sees them. */
export class MessageTypes {
  readonly #names: Both<TypeNames>;
  readonly #types: SameTypes;
  readonly #places = new WeakMap<Place, boolean>();

  constructor({ before, after }: Both<Contract>) {
    this.#names = { before: namesIn(before), after: namesIn(after) };
    const types = { before: typesIn(before), after: typesIn(after) };
    this.#types = new SameTypes((side, identifier) => types[side].get(identifier) ?? { kind: "any" });
  }

  /** Whether a place is of the same type in both. */
  isSameAt(place: Place): boolean {
    const known = this.#places.get(place) ?? this.#compare(wholeOf(place.before), wholeOf(place.after));
    this.#places.set(place, known);
    return known;
  }

  /** What became of the type of a message: nothing, more that it may be, or something else. */
  changeOf({ before, after }: MessagePair): "none" | "wider" | "other" {
    if (this.#types.is("same", before.type, after.type)) return "none";
    return this.#types.is("wider", before.type, after.type) ? "wider" : "other";
  }

  #compare(before: Json, after: Json): boolean {
    return this.#types.is("same", readType(before, this.#names.before), readType(after, this.#names.after));
  }
}

function namesIn({ document, definitions }: Contract): TypeNames {
  const identifiers = new Map(definitions.map(({ name, identifier }) => [name, identifier]));
  return { identifiers, descriptions: new Descriptions(document) };
}

function typesIn({ definitions }: Contract): ReadonlyMap<string, Type> {
  return new Map(definitions.map(({ identifier, type }) => [identifier, type]));
}
