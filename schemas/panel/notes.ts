import { note } from "wirepact/define";

/** How the holes and contradictions of the document are settled. */
export const notes = [
  note(
    "panel.md:129",
    "The token is required only where the server has authentication on. JWT signatures are HS256 by default; the server fixes the list of algorithms, the token never does.",
  ),
  note(
    "panel.md:130",
    "The path is checked first: an unknown panel is HTTP 404, then a bad token is HTTP 401, both before the upgrade completes.",
  ),
  note(
    "panel.md:238",
    "The document says that everything goes to everybody and, elsewhere, that RESULT answers the caller. RESULT, PONG and ERROR go to the caller alone; PATCH and EVENT go to the subscribed connections of the panel.",
  ),
  note(
    "panel.md:237",
    "The topic `state` gates PATCH and `events` gates EVENT: a client that left a topic does not get its messages. Both are subscribed to from the start.",
  ),
  note("panel.md:241", "RESULT or ERROR follows the PATCH (sent only if there are mutations) and the EVENTs of that execution."),
  note("panel.md:356", "The document lets clients answer a PING. PING is sent by clients and PONG by servers only."),
  note(
    "panel.md:471",
    "`requestId` of ERROR is our addition, and optional: a failed TRIGGER could not be matched otherwise. Without it the oldest open TRIGGER is meant.",
  ),
  note("panel.md:318", "PARSE_ERROR also answers valid JSON that breaks the schema of a known type."),
  note(
    "panel.md:466",
    "The document names ExecutionResult, StateMutation and EmittedEvent without defining them; their shapes are those of the public implementation. Only `stateMutations` and `events` of ExecutionResult are required, since the document shows no more; a stub of ours fills `status` too.",
  ),
];
