import type { Pointer } from "./pointer.ts";
import type { CompiledError } from "./validation.ts";

/** Leaves out that a value has not the type of some branches of a union, where another branch has its type and says what is wrong with it. */
export function withoutOtherBranches(errors: readonly CompiledError[]): readonly CompiledError[] {
  const dropped = new Set(errors.filter(isUnion).flatMap((union) => consequences(union, errors)));
  return dropped.size === 0 ? errors : errors.filter((error) => !dropped.has(error));
}

function consequences(union: CompiledError, errors: readonly CompiledError[]): CompiledError[] {
  const inside = errors.filter((error) => error !== union && isWithin(error.instancePath, union.instancePath));
  const types = inside.filter((error) => error.keyword === "type" && isAt(error, union));
  const schemas = new Set(types.map(schemaOf));
  // Values under enum and const are asked for whatever the type.
  const listed = inside.filter((error) => isListed(error) && isAt(error, union) && schemas.has(schemaOf(error)));
  if (types.length === 0 || types.length + listed.length === inside.length) return [];
  // Which of several named schemas has said something is not known.
  const ofOtherTypes = [...types, ...listed.filter((error) => schemaOf(error) !== "#")];
  const isAlone = !inside.some((error) => isUnion(error) && error.instancePath === union.instancePath);
  // One branch is left: what it says is all that there is to say.
  const isSettled = isAlone && union.params["branches"] === types.length + 1;
  return isSettled ? [union, ...ofOtherTypes] : ofOtherTypes;
}

/** Where the schema stands whose keyword an error is about. */
function schemaOf({ schemaPath = "" }: CompiledError): string {
  return schemaPath.slice(0, schemaPath.lastIndexOf("/"));
}

/** Whether an error is about the value of a union, said by one of its branches or by a named schema that one refers to. */
function isAt({ instancePath, schemaPath = "" }: CompiledError, union: CompiledError): boolean {
  return (
    instancePath === union.instancePath && (schemaPath.startsWith(`${union.schemaPath}/`) || schemaPath.lastIndexOf("/") === 1)
  );
}

function isListed({ keyword }: CompiledError): boolean {
  return keyword === "enum" || keyword === "const";
}

function isUnion({ keyword }: CompiledError): boolean {
  return keyword === "anyOf" || keyword === "oneOf";
}

/** Whether a place is another one, or inside it. */
export function isWithin(path: Pointer, outer: Pointer): boolean {
  return path === outer || path.startsWith(`${outer}/`);
}
