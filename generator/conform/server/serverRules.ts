/** What a server can do wrong beside breaking a rule of sessions, as `wirepact explain RULE` tells it. */
export const serverRules = {
  "server-connection": {
    title: "A connection ends where it should live on",
    explanation:
      "Nothing that was sent there breaks the contract, so the connection lives on until the client closes it. A frame that does break it may be answered with a close: one whose code the contract names, or one of 1002, 1003, 1007, 1008 and 1009. A connection that is lost without a close, or that brings what is no frame of its transport, or one of more than 16 MiB, is a mistake in any case.",
  },
  "server-obeys": {
    title: "A server does what a frame says that breaks the contract",
    explanation:
      "A frame that breaks its schema, comes in the wrong direction or travels in the wrong encoding is refused: with the contract's error message, with a close, or in silence. It is never done as told, so that no success follows it.",
  },
  "server-rejects": {
    title: "A legal frame is refused as one that breaks the contract",
    explanation:
      "The error says, by the code that the contract has for it, that the frame is unknown or invalid; and it is neither. Properties that the contract does not know are no reason to refuse a frame.",
  },
  "server-error-code": {
    title: "A frame is refused with the code of another failure",
    explanation:
      "The contract says which code its error message has for a frame that is no message, and which for one that breaks its schema. Programs tell by it what to do next.",
  },
  "server-serving": {
    title: "A server does not serve any more",
    explanation:
      "Whatever one connection sends, others are served as before: after each frame that breaks the contract a new connection is opened, and must be greeted as always.",
  },
  "server-isolation": {
    title: "A connection hears the answer to another",
    explanation:
      "What answers a request, or belongs to the stream that it began, is for the connection that asked. Another one that is idle hears none of it: it would take it for its own, and may not be meant to know.",
  },
  "server-flood": {
    title: "A server says more than anybody asked for",
    explanation:
      "Of one connection 10,000 frames are heard, or 128 MiB. What a server sends beyond that it sends to every client, be it read or not; what it was asked for is a fraction of it.",
  },
  "server-refusal": {
    title: "A connection is not refused as the contract says",
    explanation:
      "The contract says with which HTTP status or close code connections are refused that are not wanted: without a token where one was given, with one that is none, or without what the query must have. Such a connection is taken, or refused otherwise.",
  },
  "server-http": {
    title: "An HTTP call of the contract is not answered as it says",
    explanation:
      "A contract may have HTTP calls beside its socket, such as one that gives a session. They are made at the socket's host, with the headers of its handshake, and answered with the contract's status and body.",
  },
  "server-flow": {
    title: "A server goes another way than a flow",
    explanation:
      "Flows are examples, and a server may answer otherwise than they do, as long as each frame is legal: the flow then counts as skipped. With --strict it counts as failed.",
  },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly explanation: string }>>;

/** Name of a rule that a server can break beside those of sessions. */
export type ServerRule = keyof typeof serverRules;
