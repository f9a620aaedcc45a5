import type { FieldRule } from "./fieldRule.ts";

/** Types that changed where nothing else that is told says so. */
export const messageTypesChanged: FieldRule = {
  title: "The type of a message changed",
  explanation:
    "Frames stay as they are, or what is told of them says nothing of types, and yet the package has another type for the message: source code that is built on it may no longer compile.",
  opposite: "message-types-changed",
  label: "the type of the message changed",
  level: "types",
  // What this rule is about is found in the types of whole messages.
  differ: () => [],
};
