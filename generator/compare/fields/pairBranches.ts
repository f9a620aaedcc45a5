import type { Json } from "../../json.ts";
import { JSON_TYPES, type JsonType } from "../../model/keywords.ts";
import { typesIn } from "./kinds/types.ts";
import type { Place, Step } from "./place.ts";
import { type Branch, tagsIn, type Union, unionsIn } from "./unions.ts";
import { viewKey } from "./viewKey.ts";

/** What became of the branches of a place's union. */
export interface BranchPairs {
  readonly kept: readonly (readonly [step: Step, before: Branch, after: Branch])[];
  readonly added: readonly (readonly [step: Step, branch: Branch])[];
  readonly removed: readonly (readonly [step: Step, branch: Branch])[];
}

const known = new WeakMap<Place, BranchPairs>();

/** More are not told one by one. */
const MANY_BRANCHES = 500;

/** Pairs the branches of the unions of a place; undefined where there is not one union on either side, or one too large. */
export function pairBranches(place: Place): BranchPairs | undefined {
  const pairs = known.get(place) ?? findPairs(place);
  if (pairs !== undefined) known.set(place, pairs);
  return pairs;
}

function findPairs(place: Place): BranchPairs | undefined {
  const [[old, ...otherOld], [recent, ...otherRecent]] = [unionsIn(place.before), unionsIn(place.after)];
  if (old === undefined || recent === undefined || otherOld.length + otherRecent.length > 0) return undefined;
  return old.branches.length + recent.branches.length > MANY_BRANCHES ? undefined : pair(place, old, recent);
}

/** Reads a branch as a text by which its like is found, or as nothing. */
type Print = (branch: Branch, side: "before" | "after") => string | undefined;

function pair(place: Place, old: Union, recent: Union): BranchPairs {
  const tag = commonTag([...old.branches, ...recent.branches]);
  const prints: readonly Print[] = [
    ({ view }, side) => viewKey(place.digests, side, view),
    ({ view }) => (tag === undefined ? undefined : tagsIn(view).get(tag)?.join()),
    ({ view }) => (tag === undefined ? typeText(view) : undefined),
    ({ name }) => (/^\d+$/.test(name) ? undefined : name),
    () => (tag === undefined ? "the only one left" : undefined),
  ];
  const kept = new Map<Branch, Branch>();
  for (const print of prints) match(old.branches, recent.branches, kept, print);
  const step = (branch: Branch, twin?: Branch) => stepTo(branch, twin, tag, old, recent);
  const newer = new Set(kept.values());
  return {
    kept: [...kept].map(([one, other]) => [step(one, other), one, other]),
    added: recent.branches.filter((branch) => !newer.has(branch)).map((branch) => [step(branch), branch]),
    removed: old.branches.filter((branch) => !kept.has(branch)).map((branch) => [step(branch), branch]),
  };
}

/** Pairs branches that are still alone and print alike; where several do, none is taken for another, unless they say the same. */
function match(old: readonly Branch[], recent: readonly Branch[], kept: Map<Branch, Branch>, print: Print): void {
  const taken = new Set(kept.values());
  const [left, open] = [old.filter((branch) => !kept.has(branch)), recent.filter((branch) => !taken.has(branch))];
  const [olds, recents] = [group(left, (branch) => print(branch, "before")), group(open, (branch) => print(branch, "after"))];
  for (const [text, [one, ...others]] of olds) {
    const [other, ...rivals] = recents.get(text) ?? [];
    if (one !== undefined && other !== undefined && others.length + rivals.length === 0) kept.set(one, other);
  }
}

function group(branches: readonly Branch[], print: (branch: Branch) => string | undefined): Map<string, Branch[]> {
  const groups = new Map<string, Branch[]>();
  for (const branch of branches) {
    const text = print(branch);
    if (text !== undefined) groups.set(text, [...(groups.get(text) ?? []), branch]);
  }
  return groups;
}

/** A property by whose value every branch can be told. */
function commonTag(branches: readonly Branch[]): string | undefined {
  const tags = branches.map(({ view }) => tagsIn(view));
  return [...(tags[0]?.keys() ?? [])].find((name) => tags.every((known) => known.has(name)));
}

/** How the values of a branch are told from those of all others: by a tag, by their types, or not at all. */
function stepTo(branch: Branch, twin: Branch | undefined, tag: string | undefined, old: Union, recent: Union): Step {
  const own = twin === undefined ? [branch] : [branch, twin];
  if (tag !== undefined) {
    const values = [...new Set(own.flatMap(({ view }) => tagsIn(view).get(tag) ?? []))];
    const guard = { type: "object", required: [tag], properties: Object.fromEntries([[tag, { enum: values }]]) };
    return { kind: "branch", label: `${tag}=${values.join("|")}`, guard };
  }
  const others = [...old.branches, ...recent.branches].filter((other) => !own.includes(other));
  const types = new Set(own.flatMap(({ view }) => [...typesIn(view)]));
  const isApart = others.every(({ view }) => [...typesIn(view)].every((type) => !types.has(type)));
  const label = types.size < JSON_TYPES.length ? shown(types) : `branch ${branch.name}`;
  const guard: Json = { type: [...types] };
  if (isApart) return { kind: "branch", label, guard };
  // What stands beside a union is its only branch, and nobody has numbered that.
  const isAlone = [old, recent].some(({ branches }) => branches.length === 1 && branches[0] === branch);
  return {
    kind: "opaque",
    label: isAlone ? label : `branch ${branch.name}`,
    union: { before: old.demand, after: recent.demand },
  };
}

function typeText(view: Branch["view"]): string | undefined {
  const types = typesIn(view);
  return types.size === JSON_TYPES.length ? undefined : [...types].join();
}

function shown(types: ReadonlySet<JsonType>): string {
  return [...types].filter((type) => type !== "integer" || !types.has("number")).join("|");
}
