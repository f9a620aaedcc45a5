import { quote } from "../../../diagnostics.ts";
import type { Json } from "../../../json.ts";
import type { Side } from "../../change.ts";
import type { Difference } from "../difference.ts";
import { isDescribed, memberNames, memberOf, pointerOfMember, requiredIn } from "../members.ts";
import type { Place } from "../place.ts";
import { isFree, pointerIn, together, type View, wholeOf } from "../view.ts";
import { viewKey } from "../viewKey.ts";
import { mayBe } from "./types.ts";

/** What became of a property between two contracts. */
export type Member =
  | { readonly kind: "kept"; readonly name: string; readonly before: View; readonly after: View }
  | { readonly kind: "added" | "removed"; readonly name: string }
  | { readonly kind: "renamed"; readonly name: string; readonly to: string };

const known = new WeakMap<Place, readonly Member[]>();

/** What became of the properties of a place. */
export function membersOf(place: Place): readonly Member[] {
  const members = known.get(place) ?? findMembers(place);
  known.set(place, members);
  return members;
}

function findMembers(place: Place): readonly Member[] {
  if (!mayBe(place, "object")) return [];
  const names = [...new Set([...memberNames(place.before), ...memberNames(place.after)])];
  const members = names.map((name) => memberAt(place, name));
  const twins = findTwins(place, members);
  const taken = new Set(twins.values());
  const isTwin = ({ name }: Member) => twins.has(name) || taken.has(name);
  const renamed = [...twins].map(([name, to]) => ({ kind: "renamed", name, to }) as const);
  return [...members.filter((member) => member.kind === "kept" || !isTwin(member)), ...renamed];
}

/** A property that only one contract knows; of the other, what it says of properties that it does not know decides whether it is new there. */
function memberAt({ before, after }: Place, name: string): Member {
  const [old, recent] = [memberOf(before, name), memberOf(after, name)];
  const [wasKnown, isKnown] = [isDescribed(before, name), isDescribed(after, name)];
  if (isKnown && !wasKnown && (old.isNever || isFree(old)) && !requiredIn(before).has(name)) return { kind: "added", name };
  if (wasKnown && !isKnown && (recent.isNever || isFree(recent)) && !requiredIn(after).has(name))
    return { kind: "removed", name };
  return { kind: "kept", name, before: old, after: recent };
}

/** A property that went and one that came, alike in all but their names; where several could be it, none is. */
function findTwins(place: Place, members: readonly Member[]): ReadonlyMap<string, string> {
  const [removed, added] = [byShape(place, members, "removed", "before"), byShape(place, members, "added", "after")];
  return new Map(
    [...removed].flatMap(([shape, [name, ...rivals]]) => {
      const [to, ...others] = added.get(shape) ?? [];
      return name === undefined || to === undefined || rivals.length + others.length > 0 ? [] : [[name, to] as const];
    }),
  );
}

function byShape(place: Place, members: readonly Member[], kind: Member["kind"], side: Side): ReadonlyMap<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { name } of members.filter((member) => member.kind === kind)) {
    const shape = shapeOf(place, side, name);
    groups.set(shape, [...(groups.get(shape) ?? []), name]);
  }
  return groups;
}

function shapeOf(place: Place, side: Side, name: string): string {
  const view = place[side];
  return `${requiredIn(view).has(name)} ${viewKey(place.digests, side, memberOf(view, name))}`;
}

/** Properties that came, those that must be there or those that may. */
export function membersAdded(isRequired: boolean): (place: Place) => Iterable<Difference> {
  return function* (place) {
    for (const member of membersOf(place)) {
      if (member.kind !== "added" || requiredIn(place.after).has(member.name) !== isRequired) continue;
      const { name } = member;
      yield {
        steps: [{ kind: "property", name }],
        demand: { before: demandOf(place.before, name), after: demandOf(place.after, name) },
        at: { side: "after", pointer: pointerIn(memberOf(place.after, name), pointerIn(place.after, "")) },
      };
    }
  };
}

/** Properties that must be there from now on, or no longer. */
export function membersMade(asked: "required" | "optional"): (place: Place) => Iterable<Difference> {
  const [free, bound] = asked === "required" ? (["before", "after"] as const) : (["after", "before"] as const);
  return function* (place) {
    for (const { kind, name } of membersOf(place)) {
      if (kind !== "kept" || !requiredIn(place[bound]).has(name) || requiredIn(place[free]).has(name)) continue;
      const demand = { before: true, after: true, [bound]: { required: [name] } };
      // Where the field is written, not what it refers to: many fields may be of one schema.
      const pointer = pointerOfMember(place.after, name);
      const at = pointer === undefined ? {} : { at: { side: "after", pointer } as const };
      yield { steps: [{ kind: "property", name }], demand, ...at };
    }
  };
}

/** Properties that are called otherwise. */
export function* membersRenamed(place: Place): Iterable<Difference> {
  for (const member of membersOf(place)) {
    if (member.kind !== "renamed") continue;
    const names = [member.name, member.to];
    const demand = (view: View) => together(names.map((name) => demandOf(view, name)));
    yield {
      steps: [{ kind: "property", name: member.name }],
      demand: { before: demand(place.before), after: demand(place.after) },
      at: { side: "after", pointer: pointerIn(memberOf(place.after, member.to), pointerIn(place.after, "")) },
      is: `now ${quote(member.to)}`,
    };
  }
}

/** What a view demands of one property. */
function demandOf(view: View, name: string): Json {
  const schema = wholeOf(memberOf(view, name));
  const required = requiredIn(view).has(name) ? { required: [name] } : {};
  return { properties: Object.fromEntries([[name, schema]]), ...required };
}
