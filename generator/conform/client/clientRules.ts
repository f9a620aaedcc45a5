/** What a client can do wrong beside breaking a rule of sessions, as `wirepact explain RULE` tells it. */
export const clientRules = {
  "client-connection": {
    title: "A client does not connect, connects wrongly, or breaks its transport's own rules",
    explanation:
      "A client is given a whole address in WIREPACT_URL and connects there, once: with its path, and with what its query has. What it sends are frames of the transport, none of them larger than 16 MiB. When it is done it closes the connection, with 1000, 1001 or no code.",
  },
  "client-flow": {
    title: "A client does not play a flow to its end",
    explanation:
      "The program is told in WIREPACT_SCENARIO which flow of the contract to play, and sends every message that the client has there, with values of its own where it likes. Other messages are no mistake as long as they are legal.",
  },
  "client-exit": {
    title: "A client's program ends with a failure, or does not end",
    explanation:
      "A program that has played its flow closes the connection and ends with status 0, within the time of a case. Status 77 says that it does not play this flow: the case is skipped. Whatever else it ends with is a failure, and the end of what it wrote to standard error is shown.",
  },
  "client-flood": {
    title: "A client sends without end",
    explanation: "No flow needs more than 10000 frames, or 128 MiB.",
  },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly explanation: string }>>;

/** Name of a rule that a client can break beside those of sessions. */
export type ClientRule = keyof typeof clientRules;
