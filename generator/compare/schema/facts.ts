import { equal } from "@wirepact/runtime/codegen-v1";
import type { Json } from "../../json.ts";
import {
  type Claim,
  type ListFact,
  type NumberFact,
  type ObjectFact,
  type TextFact,
  VALUE_TYPES,
  type ValueType,
} from "./claim.ts";

/** All that is claimed of one value, apart from literals. */
export interface Facts {
  readonly types: readonly ValueType[];
  /** The values that it may be, where they are listed. */
  readonly values: readonly Json[] | undefined;
  /** Values that it is not; none of them is a list or an object. */
  readonly except: readonly Json[];
  readonly numbers: readonly NumberFact[];
  readonly texts: readonly TextFact[];
  readonly lists: readonly ListFact[];
  readonly objects: readonly ObjectFact[];
}

/** Nothing at all. */
export const NO_FACTS: Facts = {
  types: VALUE_TYPES,
  values: undefined,
  except: [],
  numbers: [],
  texts: [],
  lists: [],
  objects: [],
};

/** What is claimed, and one thing more; undefined where that cannot be. */
export function withClaim(facts: Facts, claim: Exclude<Claim, { kind: "literal" }>): Facts | undefined {
  switch (claim.kind) {
    case "types": {
      const types = facts.types.filter((type) => claim.types.includes(type));
      return types.length === 0 ? undefined : { ...facts, types };
    }
    case "values":
      return withValues(facts, claim.values);
    case "except":
      return { ...facts, except: [...facts.except, claim.value] };
    case "number":
      return { ...facts, numbers: [...facts.numbers, claim.fact] };
    case "text":
      return { ...facts, texts: [...facts.texts, claim.fact] };
    case "list":
      return { ...facts, lists: [...facts.lists, claim.fact] };
    case "object":
      return { ...facts, objects: [...facts.objects, claim.fact] };
  }
}

function withValues(facts: Facts, listed: readonly Json[]): Facts | undefined {
  const values = listed.filter((value) => facts.values?.some((known) => equal(known, value)) ?? true);
  return values.length === 0 ? undefined : { ...facts, values };
}
