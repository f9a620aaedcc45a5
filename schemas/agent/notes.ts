import { note } from "wirepact/define";

/** How the holes and contradictions of the document are settled. */
export const notes = [
  note(
    "agent.md:11",
    "The document gives a `ws://` address here and `http://` at line 848. The endpoint speaks Socket.IO, which has its own handshake: a Socket.IO client is given the http address; a bare WebSocket client gets no further.",
  ),
  note(
    "agent.md:17",
    "The 4.5.4 client stands for Socket.IO 4, protocol 5: default path, default namespace, no authentication. No event asks for an acknowledgement, and the heartbeat is the transport's own.",
  ),
  note(
    "agent.md:25",
    "`connect`, `disconnect` and `connect_error` are reserved by Socket.IO: no such event can travel. `connect` (with the documented payload, or none) and `disconnect` are lifecycle messages, raised by the stubs; on the wire the greeting is the event `connected`, as the public implementation sends it, and the first one of every connection.",
  ),
  note(
    "agent.md:46",
    "The document shows `disconnect` without a payload here and with a reason at line 824. Both hold: the reason is a string, and optional.",
  ),
  note(
    "agent.md:819",
    "`connect_error` is raised by the client's own library, with an error instead of data. It is no message of the contract.",
  ),
  note("agent.md:194", "`error` is an ordinary event in Socket.IO 4, not a reserved one."),
  note(
    "agent.md:70",
    "The document calls `session_id` a UUID, and its own flow sends `session-123` (line 765). It is any string.",
  ),
  note(
    "agent.md:82",
    "A query is followed by any number of agent_event, then by one query_complete or error, then by one session_memory and one tool_count. The document lists these without saying what follows an error; they follow either end.",
  ),
  note(
    "agent.md:112",
    "agent_event, tool_count and error carry no session, so that two queries on one connection could not be told apart: one runs at a time, and the client stub queues the next. query_complete and session_memory repeat the query's `session_id`.",
  ),
  note("agent.md:441", "The event type `complete` is progress like any other; what ends a query is query_complete or error."),
  note(
    "agent.md:119",
    "`event_type` is called a string; it is read as the closed set of the listed types, and `data` as required and the type's own. An unknown `event_type` reaches the client as unknown, not as a failure.",
  ),
  note(
    "agent.md:910",
    "The document counts 30+ event types. Its lists name 36, each of them defined above: 5, 5, 4, 2, 2, 1, 13 and 4 by category.",
  ),
  note("agent.md:246", "Where the document shows `{}`, `data` is an object without known fields, and required all the same."),
  note(
    "agent.md:142",
    "`metadata` and its three fields are required, also when `success` is false; a text without a value is empty.",
  ),
  note(
    "agent.md:156",
    "A query can fail in two ways: query_complete with `success` false and the reason in `response`, or error where the server could not process it at all.",
  ),
  note("agent.md:173", "All four fields of a session's message are required; `created_at` is a date-time with its offset."),
  note("agent.md:176", "`message_index` is called a number; it is a whole one from zero up."),
  note("agent.md:318", "`error` of synthesis_step is required when `status` is `failed`, and absent otherwise."),
  note(
    "agent.md:372",
    "`step` of synthesis_failed is a plain string, unlike that of synthesis_step: the five steps are offered, any other string is accepted.",
  ),
  note("agent.md:258", "A similarity lies between 0 and 1, both included."),
  note(
    "agent.md:574",
    "Counts, totals and steps are called numbers; they are whole and not negative, and step numbers start at 1.",
  ),
  note(
    "agent.md:874",
    "`POST /api/session` stands only in the document's client. It belongs to the contract as an HTTP operation on the socket's own host and port, without a request body, answered with 200 and the session's id: the server stub serves it, the client stub calls it.",
  ),
  note(
    "agent.md:904",
    "The document's usage submits a query right after building the client, which throws there, since the session is still being opened. A query needs a session first, as line 836 says.",
  ),
  note(
    "agent.md:826",
    "After the reason `io server disconnect` the client has to connect again itself. After a lost connection Socket.IO does it, with the growing delays that line 838 asks for; after the client's own disconnect, which the document passes over, nobody does.",
  ),
  note(
    "agent.md:839",
    "The document wants session state fetched again after a reconnection and names no call for it. The contract has none; session_memory of the next query brings the conversation.",
  ),
  note(
    "agent.md:837",
    "Buffering progress for a view, and removing listeners, are the application's affair; the protocol limits neither.",
  ),
];
