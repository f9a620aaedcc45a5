/** Every rule of a session: what it asks for and the way out, as `wirepact explain RULE` tells it. */
export const sessionRules = {
  frame: {
    title: "A frame is no message of its side, or breaks its schema",
    explanation:
      "Each frame of a session must be a message that its side sends, by the message's own schema. A message that the contract does not know is told like any other mistake, and ends nothing: readers live on, and so does the monitor. The `errors` say where the frame is wrong.",
  },
  encoding: {
    title: "A frame travels in another encoding than it should",
    explanation:
      "A connection starts in the encoding that the contract calls `initial`. Where a message switches it, the server keeps to the one last set: its answer to that message is the first frame in the new one, and frames under way before that answer may still be in the old one. Clients may send any encoding that the contract speaks, since a server tells them apart by their kind.",
  },
  opening: {
    title: "The server's first frame is not the opening message, or the opening message comes again",
    explanation:
      "The contract names the message that the server sends first on every connection, once. What the transport raises by itself, such as Socket.IO's `connect`, does not count as a frame.",
  },
  topics: {
    title: "A message of a topic goes to a connection that is not subscribed to it",
    explanation:
      "Messages of topics are for connections that hear at least one of theirs: by default, or since they subscribed. Frames are judged in the order in which they are listed, so record them where the server's order is kept.",
  },
  reply: {
    title: "An answer to nothing",
    explanation:
      "A message that answers requests must have one to answer that is still open: a second answer, the answer of another pair, or an answer before its request has none. The protocol's general error message may also come unasked, since it answers frames that are no requests, too.",
  },
  "reply-fields": {
    title: "An answer does not repeat the fields by which it is paired",
    explanation:
      "A reply pair lists places whose values agree between the request and what answers it (`match`). A reply repeats each of them that its request gives and that it has a place for. An error may leave them out, and then answers the oldest request; what it does give must agree.",
  },
  unanswered: {
    title: "A request was never answered",
    explanation:
      "Every request of a pair is answered before the session ends, and a stream whose start has no reply is answered by its end. Nobody is bound to answer a frame that breaks its schema. A stream that was heard stands for its answer; so does the end of what a request names, where that is the next thing heard of it: a job that is cancelled tells as much as the acknowledgement of the command.",
  },
  state: {
    title: "A state machine goes where it may not",
    explanation:
      "The contract lists the states in which something may begin, and from each state those to which it may go; one that goes nowhere is terminal. Each instance is followed by itself, by the value at `key`. An instance that the other side named before, to cancel or to follow it, existed before the session, and may be in any state.",
  },
  stream: {
    title: "A message of a stream comes without its stream",
    explanation:
      "What belongs to a stream comes between its start and its end, and what follows the end comes once after it. Where the contract bounds how many may run at a time, no further one may start. Where streams have names, a message that gives none is not judged, since it may belong to no stream; one that gives a name must give that of a stream that runs, or of something that the other side named.",
  },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly explanation: string }>>;

/** Name of a rule that a session can break. */
export type SessionRule = keyof typeof sessionRules;
