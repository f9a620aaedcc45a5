import { patternSchemas, patternsIn } from "./kinds/maps.ts";
import { membersOf } from "./kinds/members.ts";
import { itemOf, tupleLength } from "./kinds/tuples.ts";
import { mayBe, typesIn } from "./kinds/types.ts";
import { knownMembers, othersIn } from "./members.ts";
import { pairBranches } from "./pairBranches.ts";
import type { Place, Step } from "./place.ts";
import { likeUnion } from "./unions.ts";
import { isFree, picked, type View, viewOf } from "./view.ts";
import { isSamePlace, placeKey } from "./viewKey.ts";

/** Places of one message that are looked at; more are left to the comparison of the whole. */
const MANY_PLACES = 2_000;
const MAX_DEPTH = 40;

/** Goes through all places of a message at which the contracts differ; one that is inside itself only once. */
export function* placesThatDiffer(root: Place): Iterable<Place> {
  const seen = new Set<string>();
  const open = [root];
  // What is near is told first, and by the shortest way. The list grows while it is gone through.
  for (const next of open) {
    if (seen.size >= MANY_PLACES) return;
    if (isSamePlace(next) || next.path.length > MAX_DEPTH || (next.before.isNever && next.after.isNever)) continue;
    const key = placeKey(next);
    if (seen.has(key)) continue;
    seen.add(key);
    const place = readable(next);
    yield place;
    open.push(...insideOf(place));
  }
}

/** A place of which no rule says what another says better: a schema beside a union as one branch, and of other types nothing but that. */
function readable(place: Place): Place {
  const { before, after } = place;
  const [old, recent] = [likeUnion(before, after), likeUnion(after, before)];
  if (before.isNever || after.isNever) return { ...place, before: { ...before, nodes: [] }, after: { ...after, nodes: [] } };
  const isOther = ![...typesIn(old)].some((type) => typesIn(recent).has(type));
  return { ...place, before: isOther ? onlyTypes(old) : old, after: isOther ? onlyTypes(recent) : recent };
}

function onlyTypes(view: View): View {
  const nodes = picked(view, ["type", "contentEncoding"]).map((schema, index) => ({
    schema,
    pointer: view.nodes[index]?.pointer ?? view.nodes[0]?.pointer ?? "",
  }));
  return { ...view, nodes };
}

function* insideOf(place: Place): Iterable<Place> {
  const at = (step: Step, before: View, after: View): Place => ({ ...place, path: [...place.path, step], before, after });
  for (const member of membersOf(place)) {
    if (member.kind === "kept") yield at({ kind: "property", name: member.name }, member.before, member.after);
  }
  if (mayBe(place, "object")) yield* insideMaps(place, at);
  if (mayBe(place, "array")) yield* insideLists(place, at);
  for (const [step, before, after] of pairBranches(place)?.kept ?? []) yield at(step, before.view, after.view);
}

type At = (step: Step, before: View, after: View) => Place;

function* insideMaps({ before, after }: Place, at: At): Iterable<Place> {
  const patterns = patternsIn(before).filter((pattern) => patternsIn(after).includes(pattern));
  for (const pattern of patterns) {
    const held = (view: View) => viewOf(view.document, patternSchemas(view, pattern));
    yield at({ kind: "pattern", pattern }, held(before), held(after));
  }
  const [old, recent] = [othersIn(before), othersIn(after)];
  if (old.isNever || recent.isNever || (isFree(old) && isFree(recent))) return;
  const known = { before: knownMembers(before), after: knownMembers(after) };
  yield at({ kind: "others", known }, old, recent);
}

function* insideLists({ before, after }: Place, at: At): Iterable<Place> {
  const length = Math.min(Math.max(tupleLength(before), tupleLength(after)), MANY_PLACES);
  for (let index = 0; index < length; index++) yield at({ kind: "item", index }, itemOf(before, index), itemOf(after, index));
  const [old, recent] = [itemOf(before, Infinity), itemOf(after, Infinity)];
  if (old.isNever !== recent.isNever) return;
  yield at(length === 0 ? { kind: "items" } : { kind: "rest", from: length }, old, recent);
}
