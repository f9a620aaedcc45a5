import type { FieldRule } from "./fieldRule.ts";

/** What no other rule has told. */
export const messageSchemaChanged: FieldRule = {
  title: "The schema of a message changed",
  explanation:
    "The schemas of a message differ in a way that no single change of a field tells: several together, or something intricate. They were compared as a whole, without what other changes of the message tell; where that stayed open too, the change is unknown, and somebody has to look.",
  opposite: "message-schema-changed",
  label: "the schema of the message changed",
  // What this rule is about is found where all others have found nothing.
  differ: () => [],
};
