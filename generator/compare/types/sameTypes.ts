import type { Field, Type } from "../../model/type.ts";
import type { Side } from "../change.ts";
import { membersOf } from "./members.ts";

/** Finds the type that a reference of a contract names. */
export type Named = (side: Side, identifier: string) => Type;

/** How a type may compare with another: to be the same to a compiler, or to let pass whatever the other does. */
type Wanted = "same" | "wider";

/** More is not gone through, and nothing deeper: types are then taken for others. */
const MANY_STEPS = 20_000;
const MAX_DEPTH = 100;

/** Compares types of two contracts as compilers see them: by what they are made of, whatever they are called and in whatever order. */
export class SameTypes {
  readonly #named: Named;
  /** Pairs that are the same unless something inside them is not: types may refer to themselves. */
  #assumed: (readonly [before: Type, after: Type])[] = [];
  #left = 0;
  #depth = 0;

  constructor(named: Named) {
    this.#named = named;
  }

  /** Whether the type of the new contract is as wanted. */
  is(wanted: Wanted, before: Type, after: Type): boolean {
    this.#assumed = [];
    this.#left = MANY_STEPS;
    return this.#compare(wanted, before, after);
  }

  #compare(wanted: Wanted, before: Type, after: Type): boolean {
    this.#left -= this.#assumed.length / 100 + 1;
    if (this.#left < 0 || this.#depth > MAX_DEPTH) return false;
    if (this.#assumed.some(([one, other]) => one === before && other === after)) return true;
    const count = this.#assumed.length;
    if (before.kind === "reference" || after.kind === "reference") this.#assumed.push([before, after]);
    this.#depth += 1;
    const found = this.#compareUnions(wanted, before, after);
    this.#depth -= 1;
    // What rests on something that turned out to be wrong is not known any more.
    if (!found) this.#assumed.length = count;
    return found;
  }

  #compareUnions(wanted: Wanted, before: Type, after: Type): boolean {
    const old = membersOf(before, (identifier) => this.#named("before", identifier));
    const recent = membersOf(after, (identifier) => this.#named("after", identifier));
    if (wanted === "wider" && recent.simple.has("any")) return true;
    const isKept =
      [...old.simple].every((text) => recent.simple.has(text)) &&
      this.#isEachSome(old.compound, recent.compound, (one, other) => this.#compareOne(wanted, one, other));
    if (!isKept || wanted === "wider") return isKept;
    return (
      [...recent.simple].every((text) => old.simple.has(text)) &&
      this.#isEachSome(recent.compound, old.compound, (other, one) => this.#compareOne(wanted, one, other))
    );
  }

  /** Whether each of some is one of others: mostly that of the same place, which is looked at first. */
  #isEachSome(some: readonly Type[], others: readonly Type[], isLike: (one: Type, other: Type) => boolean): boolean {
    return some.every((one, index) => {
      const near = others[index];
      return (near !== undefined && isLike(one, near)) || others.some((other) => other !== near && isLike(one, other));
    });
  }

  #compareOne(wanted: Wanted, before: Type, after: Type): boolean {
    this.#left -= 1;
    if (before.kind === "list" && after.kind === "list") return this.#compare(wanted, before.item, after.item);
    if (before.kind === "tuple" && after.kind === "tuple") {
      const isLike = before.required === after.required && before.items.length === after.items.length;
      return isLike && this.#each(wanted, before.items, after.items) && this.#maybe(wanted, before.rest, after.rest);
    }
    if (before.kind === "object" && after.kind === "object") {
      return this.#fields(wanted, before.fields, after.fields) && this.#maybe(wanted, before.others, after.others);
    }
    if (before.kind === "intersection" && after.kind === "intersection") {
      const [old, recent] = [before.members, after.members];
      return (
        this.#isEachSome(old, recent, (one, other) => this.#compare(wanted, one, other)) &&
        this.#isEachSome(recent, old, (other, one) => this.#compare(wanted, one, other))
      );
    }
    return false;
  }

  #each(wanted: Wanted, before: readonly Type[], after: readonly Type[]): boolean {
    return before.every((one, index) => {
      const other = after[index];
      return other !== undefined && this.#compare(wanted, one, other);
    });
  }

  #maybe(wanted: Wanted, before: Type | null, after: Type | null): boolean {
    if (before === null || after === null) return before === after;
    return this.#compare(wanted, before, after);
  }

  #fields(wanted: Wanted, before: readonly Field[], after: readonly Field[]): boolean {
    const recent = new Map(after.map((field) => [field.name, field]));
    const isKept = before.every(({ name, required, type }) => {
      const other = recent.get(name);
      recent.delete(name);
      return other !== undefined && other.required === required && this.#compare(wanted, type, other.type);
    });
    return isKept && [...recent.values()].every(({ required }) => wanted === "wider" && !required);
  }
}
