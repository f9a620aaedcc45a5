import { DefinitionError } from "../definitionError.ts";

/** Kinds of TypeBox schemas that describe code, or types still to be computed, and no JSON. */
const KINDS: ReadonlySet<string> = new Set(
  "BigInt Call Constructor Deferred Function Generic Identifier Infer Parameter Rest Symbol Undefined Void".split(" "),
);

/** Refuses what TypeBox keeps beside a schema's JSON: it would be lost in the document, and nobody would enforce it. */
export function refuseUncarried(schema: object, pointer: string): void {
  if ("~refine" in schema) {
    const text =
      "Type.Refine holds a function, which no contract can carry; say the rule with keywords, or check it in your handlers";
    throw new DefinitionError("not-json", { pointer }, text);
  }
  if ("~codec" in schema) {
    const text = "Type.Codec, Decode and Encode hold functions, which no contract can carry; describe the value as it travels";
    throw new DefinitionError("not-json", { pointer }, text);
  }
  const kind = "~kind" in schema ? schema["~kind"] : undefined;
  if (kind === "This") {
    const text =
      "Type.This stands for nothing in a document; name the schema in Type.Cyclic, and refer to it there with Type.Ref";
    throw new DefinitionError("cyclic-schema", { pointer }, text);
  }
  if (typeof kind !== "string" || !KINDS.has(kind)) return;
  throw new DefinitionError("not-json", { pointer }, `Type.${kind} describes no JSON; describe the value as it travels`);
}
