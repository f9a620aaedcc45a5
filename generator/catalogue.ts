/** Every diagnostic: what it means and the way out, as `wirepact explain CODE` tells it. */
export const catalogue = {
  "unlisted-message": {
    title: "A rule speaks of a message that neither side sends",
    explanation:
      "Replies, streams, topics and other rules name messages. Each of them must be listed under `client` or `server`, or readers could never meet it.",
  },
  "duplicate-message": {
    title: "Two messages share a name, or one message has two",
    explanation:
      "A name stands for one message in the whole contract. List the same message under both sides when both send it; write two messages when they differ.",
  },
  "duplicate-schema": {
    title: "Two different schemas share a name",
    explanation: "A named schema becomes one type. Give the second one another name, or make both the same.",
  },
  "not-json": {
    title: "A schema or example holds a value that JSON cannot carry",
    explanation:
      "The contract is a JSON document: functions, symbols, NaN, Infinity and undefined list items cannot stand in it.",
  },
  "cyclic-schema": {
    title: "A schema contains itself",
    explanation:
      "A recursive schema needs a name to refer to itself by: `named` it, and use a reference at the point of recursion.",
  },
} as const;

/** Code of a diagnostic. */
export type DiagnosticCode = keyof typeof catalogue;
