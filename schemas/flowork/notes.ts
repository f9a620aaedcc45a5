import { note } from "wirepact/define";

/** How the holes and contradictions of the document are settled. */
export const notes = [
  note(
    "flowork.md:16",
    "The address has no path, so it is `/`. The document's host is the tunnel's; a deployment configures its own (line 10).",
  ),
  note(
    "flowork.md:18",
    "The document does not say how a connection is rejected: a missing or wrong `engineId` is closed with 1008, as the public implementation does.",
  ),
  note(
    "flowork.md:22",
    "`signature` is the EIP-191 `personal_sign` of `message`, and must recover to `address`, compared without case. A GUI signs `Flowork GUI-to-Engine Authentication: <unix ms>`.",
  ),
  note(
    "flowork.md:32",
    "The document binds the signed text to nothing, neither to the payload nor to a time. The server stub takes a `verifyAuth` hook whose default is the EIP-191 check; a freshness window is optional and off, since old clients reuse a signature. With it, a signature belongs to the first connection that comes with it, unless `reusable` says otherwise.",
  ),
  note(
    "flowork.md:37",
    "`job_id` may accompany every payload, also where the table says none; it is required in request_connection_history only.",
  ),
  note(
    "flowork.md:38",
    'The `"..."` of the wrapper sample stands for the fields of each command; the sample is no frame, so it is no example.',
  ),
  note(
    "flowork.md:43",
    "A frame that is no JSON, has no `auth` or a bad signature is answered by `{error}` without a `type`, and the socket stays open, as the public implementation does. It names no request; our decision is that it answers the oldest open one.",
  ),
  note(
    "flowork.md:54",
    "Commands without a documented response are answered by `{status}` without a `type`, as the public implementation does; first in, first out.",
  ),
  note(
    "flowork.md:54",
    "Of execute_workflow only `workflow_data` is required. `mode` is open, EXECUTE by default. `initial_payload` has no documented type: any JSON value.",
  ),
  note(
    "flowork.md:54",
    "`workflow_data` is nowhere described: it is an open object, whose `nodes` and `connections` are optional lists of open objects.",
  ),
  note("flowork.md:57", "stop_workflow is deprecated; the document names nothing instead of it."),
  note("flowork.md:60", "The list of component types ends in etc.: it is open, with modules, plugins, tools and triggers known."),
  note(
    "flowork.md:62",
    "`owner_id` is optional, and may be null. The document uses it for shared presets, so that without it the sender's own is meant.",
  ),
  note(
    "flowork.md:63",
    'The document calls `signature` a signed hash. It is a second signature, apart from that in `auth`: `personal_sign` of the key-sorted JSON of `{"workflow_data": ...}`.',
  ),
  note(
    "flowork.md:68",
    "`data` of update_variable is called an object: an open one of `value`, `is_secret`, `is_enabled` and `mode`, none required.",
  ),
  note(
    "flowork.md:76",
    "Server frames are flat, `type` beside the fields: they have neither `auth` nor `payload`. Every one that is no response may carry `user_context` and `workflow_context_id`, as the public implementation sends them.",
  ),
  note("flowork.md:80", "`cpuPercent` and `memoryPercent` are numbers, or null."),
  note(
    "flowork.md:81",
    "A response has exactly one of `drives` and `error`. Drives are open objects of `name`, `path` and `type`, as the public implementation sends them.",
  ),
  note(
    "flowork.md:82",
    "A response has exactly one of `items` and `error`, and `path` beside either. Items are open objects of `name`, `path` and `type`, as the public implementation sends them.",
  ),
  note("flowork.md:83", "The document does not say what the lists `components`, `presets` and `variables` are of: open objects."),
  note(
    "flowork.md:84",
    "Replies match by the fields they repeat: `path`, `component_type`, `name`, `job_id` with `connection_id`. The other pairs are first in, first out.",
  ),
  note(
    "flowork.md:84",
    "A response that no request waits for is an ordinary message, not a mistake: our decision, since the document does not say that the engine sends one only when asked.",
  ),
  note("flowork.md:85", "`workflow_data` of load_preset_response may be null. We read that as: there is no such preset."),
  note("flowork.md:88", "`history` is a list as documented, of any values, or an object, as in the public implementation."),
  note(
    "flowork.md:89",
    "`timestamp` is Unix time in seconds, or a text; it is optional in log. The levels are not listed: any text.",
  ),
  note(
    "flowork.md:90",
    "`status_data` is an open object that requires `status`; the listed statuses are examples, others may come.",
  ),
  note(
    "flowork.md:91",
    "The fields end in etc.: the message is open, with `node_id`, `status` and `timestamp` required. Its statuses are open.",
  ),
  note("flowork.md:92", "ACTIVE is the only status listed; others may come."),
  note("flowork.md:93", "`content` is documented as object/string: any JSON value."),
];
