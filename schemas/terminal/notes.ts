import { note } from "wirepact/define";

/** How the holes and contradictions of the document are settled. */
export const notes = [
  note(
    "terminal.md:10",
    "The document calls `user_id` authentication, and makes it optional. It names the user; it proves nothing.",
  ),
  note(
    "terminal.md:15",
    "The document promises a connection confirmation without showing it. It is `connection_established`, as the public implementation sends it.",
  ),
  note(
    "terminal.md:34",
    "`success`, `output`, `timestamp` and `sessionId` of execution_result are required; `error` is a string, null or absent, as the samples have it.",
  ),
  note("terminal.md:84", "`return_code` of terminal_output is the public implementation's, and optional."),
  note("terminal.md:24", "Every request is answered once, in order per `sessionId`. `filename` of execute_code is optional."),
  note("terminal.md:139", "`error` answers any of the three requests; only its `message` is required."),
  note(
    "terminal.md:148",
    "The container lifecycle is the server's affair, not a message: it starts at a session's first command, may be paused when idle, and is destroyed when the session's last connection closes.",
  ),
  note("terminal.md:159", "A session belongs to the user whose connection opened it; another user's frame for it is refused."),
  note("terminal.md:34", "Timestamps are ISO 8601, with or without an offset."),
];
