import type { JsonObject } from "../json.ts";
import { rewordReference } from "./besideReference.ts";
import { rewordContains } from "./contains.ts";
import { rewordDependents } from "./dependents.ts";
import type { Evaluator, Follow } from "./evaluated.ts";
import { rewordTuple } from "./tuples.ts";
import { rewordUnevaluated } from "./unevaluated.ts";
import { Wording } from "./wording.ts";

/**
 * Says what one schema of 2020-12 says in words of draft-07; schemas inside it stay as they are. What draft-07 has no words
 * for stays too, and is no keyword to whoever reads on. `follow` leads to what references name, by 2020-12 as well.
 */
export function reword(schema: JsonObject, follow: Follow, evaluator: Evaluator): Wording {
  const wording = new Wording(schema);
  // What was not evaluated depends on all other words, so that it comes first.
  rewordUnevaluated(wording, follow, evaluator);
  rewordTuple(wording);
  rewordContains(wording);
  rewordDependents(wording);
  rewordReference(wording);
  return wording;
}
