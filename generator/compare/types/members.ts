import type { Type } from "../../model/type.ts";

/** The types that one may be, behind references and unions; both truth values are what `boolean` is. */
export function membersOf(type: Type, named: (identifier: string) => Type): readonly Type[] {
  const found: Type[] = [];
  const seen = new Set<Type>();
  const open = [type];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (next.kind === "reference") open.push(named(next.identifier));
    else if (next.kind === "union") open.push(...next.members);
    else if (next.kind === "literal" && typeof next.value === "boolean" && hasBoth(type)) found.push({ kind: "boolean" });
    else found.push(next);
  }
  return found;
}

function hasBoth(type: Type): boolean {
  if (type.kind !== "union") return false;
  const values = type.members.map((member) => (member.kind === "literal" ? member.value : undefined));
  return values.includes(true) && values.includes(false);
}
