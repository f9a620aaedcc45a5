import type { Json } from "../../json.ts";
import type { Literal } from "./literal.ts";

/** The kinds of values; whole numbers are numbers that are multiples of one, and bytes are none of JSON's. */
export type ValueType = "bytes" | "null" | "boolean" | "number" | "string" | "array" | "object";

/** All of them, those first that make the plainest witnesses. */
export const VALUE_TYPES: readonly ValueType[] = ["string", "number", "boolean", "null", "array", "object", "bytes"];

/** What a number must be. */
export type NumberFact =
  | { readonly kind: "from" | "to"; readonly bound: number; readonly open: boolean }
  | { readonly kind: "multiple"; readonly of: number; readonly holds: boolean };

/** What a text must be. */
export type TextFact =
  | { readonly kind: "length"; readonly from: number; readonly to: number }
  | { readonly kind: "pattern"; readonly pattern: string; readonly holds: boolean }
  | { readonly kind: "format"; readonly format: string; readonly holds: boolean }
  | { readonly kind: "base64"; readonly holds: boolean };

/** What a list must be. */
export type ListFact =
  | { readonly kind: "length"; readonly from: number; readonly to: number }
  /** Each item: the first ones by their places, the others alike. */
  | { readonly kind: "each"; readonly first: readonly Literal[]; readonly rest: Literal }
  /** Some item at a place from `from` on, before `to`. */
  | { readonly kind: "some"; readonly from: number; readonly to: number; readonly item: Literal }
  | { readonly kind: "unique"; readonly holds: boolean };

/** What an object must be. */
export type ObjectFact =
  | { readonly kind: "count"; readonly from: number; readonly to: number }
  | { readonly kind: "required"; readonly names: readonly string[] }
  | { readonly kind: "absent"; readonly name: string }
  | PropertiesFact
  /** A property of this name is there, with such a value. */
  | { readonly kind: "at"; readonly name: string; readonly value: Literal }
  /** Some property whose name keeps all of these is there, with such a value. */
  | { readonly kind: "some"; readonly names: readonly Literal[]; readonly value: Literal }
  /** Every name. */
  | { readonly kind: "names"; readonly name: Literal };

/** What each property holds: by its name, by patterns that match its name, or as one of the others. */
export interface PropertiesFact {
  readonly kind: "properties";
  readonly named: ReadonlyMap<string, Literal>;
  readonly patterns: readonly (readonly [pattern: string, value: Literal])[];
  readonly rest: Literal;
}

/** Something that is said of a value. A fact about one type says nothing of values of the others. */
export type Claim =
  | { readonly kind: "literal"; readonly literal: Literal }
  | { readonly kind: "types"; readonly types: readonly ValueType[] }
  | { readonly kind: "values"; readonly values: readonly Json[] }
  | { readonly kind: "except"; readonly value: Json }
  | { readonly kind: "number"; readonly fact: NumberFact }
  | { readonly kind: "text"; readonly fact: TextFact }
  | { readonly kind: "list"; readonly fact: ListFact }
  | { readonly kind: "object"; readonly fact: ObjectFact };

/** Ways in which something may be so: in each of them all of its claims hold. */
export type Ways = readonly (readonly Claim[])[];

/** The claim that a value keeps a literal. */
export function claim(literal: Literal): Claim {
  return { kind: "literal", literal };
}

/** The claim that a value is of one of these types. */
export function ofType(...types: readonly ValueType[]): Claim {
  return { kind: "types", types };
}
