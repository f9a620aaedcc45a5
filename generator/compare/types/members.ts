import type { Type } from "../../model/type.ts";

/** What a type may be, behind references and unions: what has nothing inside by a text that tells it, and the rest. */
export interface Members {
  readonly simple: ReadonlySet<string>;
  readonly compound: readonly Type[];
}

/** Reads what a type may be; both truth values are what `boolean` is. */
export function membersOf(type: Type, named: (identifier: string) => Type): Members {
  const [simple, compound] = [new Set<string>(), [] as Type[]];
  const seen = new Set<Type>();
  const open = [type];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (next.kind === "reference") open.push(named(next.identifier));
    else if (next.kind === "union") open.push(...next.members);
    else if (COMPOUND.includes(next.kind)) compound.push(next);
    else for (const text of textsOf(next)) simple.add(text);
  }
  return { simple, compound };
}

const COMPOUND: readonly Type["kind"][] = ["list", "tuple", "object", "intersection"];

function textsOf(type: Type): readonly string[] {
  if (type.kind === "boolean") return ["true", "false"];
  if (type.kind === "literal") return [JSON.stringify(type.value)];
  return [type.kind === "openEnum" ? JSON.stringify([...type.known].sort()) : type.kind];
}
