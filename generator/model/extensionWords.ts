import { Type } from "typebox";

/** Objects of the extension have no other keys. */
export const strict = { additionalProperties: false };

/** A text that says something. */
export const Text = Type.String({ minLength: 1 });

/** The name of a message. */
export const Name = Type.String({ minLength: 1, description: "Name of a message of this document." });

/** Names of messages. */
export const Names = Type.Array(Name);

/** A JSON Pointer to something. */
export const pointerTo = (description: string) => Type.String({ pattern: "^(/.*)?$", description });

/** A JSON Pointer into a frame. */
export const Pointer = pointerTo("JSON Pointer into a frame.");

/** A side. */
export const From = Type.Unsafe<"client" | "server">({ type: "string", enum: ["client", "server"] });

/** Values that agree between two messages. */
export const Matches = Type.Array(Type.Tuple([Pointer, Pointer]), {
  description: "Pairs of JSON Pointers, the first into the opening message and the second into what follows, whose values agree.",
});

/** One of some values in one place. */
export const Condition = Type.Object({ pointer: Pointer, values: Type.Array(Text, { minItems: 1 }) }, strict);
