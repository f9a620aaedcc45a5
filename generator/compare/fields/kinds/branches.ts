import { where } from "../demand.ts";
import type { Difference } from "../difference.ts";
import { pairBranches } from "../pairBranches.ts";
import type { Place } from "../place.ts";
import { type Branch, unionDemand, unionsIn } from "../unions.ts";
import { wholeOf } from "../view.ts";
import { typesIn } from "./types.ts";

/** Branches of a union that came. */
export function* branchesAdded(place: Place): Iterable<Difference> {
  for (const [step, branch] of pairBranches(place)?.added ?? []) if (!isNull(branch)) yield added(place, step, branch);
}

/** Null, as a branch of its own, that came. */
export function* nullBranchAdded(place: Place): Iterable<Difference> {
  for (const [step, branch] of pairBranches(place)?.added ?? [])
    if (isNull(branch)) yield { ...added(place, step, branch), steps: [] };
}

function added(place: Place, step: NonNullable<Difference["steps"]>[number], branch: Branch): Difference {
  const before = unionDemand(place.before);
  return {
    steps: [step],
    demand: { before: step.kind === "branch" ? where(step.guard, before) : before, after: true },
    about: { before: true, after: wholeOf(branch.view) },
    at: { side: "after", pointer: branch.pointer },
  };
}

/** Unions that cannot be told branch by branch, and say something else than they did. */
export function* findAlternatives(place: Place): Iterable<Difference> {
  const [old, recent] = [unionsIn(place.before), unionsIn(place.after)];
  if (pairBranches(place) !== undefined || old.length + recent.length === 0) return;
  const text = (side: "before" | "after", unions: typeof old) =>
    unions
      .map(({ demand }) => place.digests.of(side, demand))
      .sort()
      .join();
  if (text("before", old) === text("after", recent)) return;
  yield { demand: { before: unionDemand(place.before), after: unionDemand(place.after) } };
}

function isNull({ view }: Branch): boolean {
  const types = typesIn(view);
  return types.size === 1 && types.has("null");
}
