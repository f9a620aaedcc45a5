import { note } from "wirepact/define";

/** How the holes and contradictions of the document are settled. */
export const notes = [
  note(
    "nodetool.md:7",
    "The document names neither a port nor authentication: both are the deployment's. Where it is on, the token comes as a bearer header or as `api_key` in the query, and a refused connection is closed with 1008, as the public implementation does.",
  ),
  note(
    "nodetool.md:7",
    "Binary frames are MessagePack, text frames are JSON, told apart by the opcode alone. A connection starts in binary.",
  ),
  note(
    "nodetool.md:29",
    "`mode` is `binary` or `text`, and nothing else. It switches what the server sends, its answer to set_mode included; a frame is answered in the mode last set, whatever it came in. The client stub reads every frame by its opcode.",
  ),
  note(
    "nodetool.md:9",
    "The document says that responses have no wrapper and shows none of them. Every command but get_status is answered by `{message, job_id?, workflow_id?, thread_id?}` without a `type`, as the public implementation does: run_job, reconnect_job, cancel_job, stream_input, end_input_stream, chat_message, stop, set_mode and clear_models. tool_result and client_tools_manifest are no commands; our decision is that nothing answers them.",
  ),
  note(
    "nodetool.md:633",
    "The document's flows leave the acknowledgements out. A reader accepts both: what a command brings about is told by the messages that follow, not by its acknowledgement.",
  ),
  note(
    "nodetool.md:9",
    "Acknowledgements and validation errors repeat `job_id` or `thread_id` only where they have one; without it they belong to the oldest open command: our decision, as is the order in which frames without a `type` are told apart: `error`, then `status` with both ids, then `active_jobs`, then `message`.",
  ),
  note(
    "nodetool.md:42",
    "A field marked optional in a server message may be null, which means the same as absent, as the public implementation sends it. Readers accept both; a stub leaves it out.",
  ),
  note(
    "nodetool.md:53",
    "Statuses listed in a comment are open, as are output types and task events. Unions in the type itself are closed: `content_type` of chunk, `severity` of log_update and notification.",
  ),
  note(
    "nodetool.md:57",
    "Where the document says dict, any object is meant; where it says any, any value, bytes included in MessagePack.",
  ),
  note(
    "nodetool.md:60",
    "The shape of `run_state` is given, with `status` and `is_resumable` required; its statuses are not listed, so any text may come.",
  ),
  note("nodetool.md:88", "`node_type` of node_update is optional: every sample omits it."),
  note("nodetool.md:136", "`node_name` of output_update is optional: the sample omits it."),
  note(
    "nodetool.md:138",
    "`value` may hold bytes anywhere within in MessagePack. JSON has none: what is sent as text carries no bytes there.",
  ),
  note("nodetool.md:183", "`binary` is a bin in MessagePack and a base64 text in JSON."),
  note(
    "nodetool.md:187",
    "The raw form of a binary_update is a codec of its own. It never travels on the socket, where it could be told apart from MessagePack by guessing only.",
  ),
  note(
    "nodetool.md:215",
    "The document leaves the prediction to other documentation. It is an open object with the public implementation's fields; only `id` and `status` are required.",
  ),
  note(
    "nodetool.md:264",
    "`task` is marked required, and samples omit it beside a `step`. At least one of the two is present; null is not.",
  ),
  note(
    "nodetool.md:264",
    "Task and Step are named without being defined. They are open objects with the public implementation's fields, none of them required.",
  ),
  note(
    "nodetool.md:266",
    "The list of events ends in etc.: it is open, with task_created, step_started, entered_conclusion_stage, step_completed, step_failed and task_completed known.",
  ),
  note(
    "nodetool.md:711",
    "`message` is sent in a flow and defined nowhere. It is an open object with the public implementation's fields; `role` and `content` are required, and `content` is a text, an object or a list of content parts. `role` is open.",
  ),
  note(
    "nodetool.md:231",
    "The document does not say which calls a client answers. Our decision: those of tools in its manifest, by a tool_result of the same `tool_call_id`. A call without that id, or of a tool that the server runs itself, is news and nothing more.",
  ),
  note(
    "nodetool.md:369",
    "`workflow_id` of run_job is required unless `graph` is an object; `graph` may be null. The other fields are optional: samples omit them.",
  ),
  note("nodetool.md:370", "`params` is an object by input name."),
  note("nodetool.md:387", "`workflow_id` of reconnect_job is optional: the server knows a job's workflow."),
  note(
    "nodetool.md:405",
    "`job_id` of get_status is optional. With it the answer is `{status, job_id, workflow_id}`, without it `{active_jobs}`, as the public implementation answers. What answers for a job that the server does not know is stated nowhere; our decision is a validation error.",
  ),
  note(
    "nodetool.md:416",
    "stream_input requires `job_id`, `input` and `value`; end_input_stream requires `job_id` and `input`. `handle` is optional in both. `value` is any value.",
  ),
  note(
    "nodetool.md:451",
    "chat_message requires `thread_id` and `content`; the rest is optional, and `role` is open. `content` takes what that of a message takes.",
  ),
  note(
    "nodetool.md:475",
    "stop has at least one of `job_id` and `thread_id`. How what was stopped ends is stated nowhere; our decision: a job with the job_update of a cancelled one, an answer in a thread with an error of that `thread_id`.",
  ),
  note("nodetool.md:508", "clear_models needs nothing; its `data` is present all the same, as an empty object."),
  note(
    "nodetool.md:519",
    "Client frames are `{command, data}`, or `{type, ...}` for ping, pong, client_tools_manifest and tool_result.",
  ),
  note(
    "nodetool.md:774",
    "ping goes both ways and pong one way only, says the document, so that a server's ping would have no answer. Either side may send ping, and the other answers pong with `ts`, Unix time in seconds.",
  ),
  note(
    "nodetool.md:563",
    "`tool_call_id`, `result` and `ok` of tool_result are required, `error` is optional. `result` is an object, as every sample has it; an empty one where the tool failed, by our decision.",
  ),
  note("nodetool.md:548", "A tool of the manifest has `name`, `description` and `parameters`, which is a JSON Schema."),
  note(
    "nodetool.md:617",
    "The diagram leads from failed over error and cancelled to completed; the table calls all of these terminal, and so they are: completed, failed, error and cancelled have no way out.",
  ),
  note(
    "nodetool.md:621",
    "A pending job may also be cancelled or fail before it runs, as `failed` or as `error`. Progress repeats `running`.",
  ),
  note(
    "nodetool.md:621",
    "`pending` need not be reported: what one hears first of a job is pending, running, or an end that it came to while pending. A job that is joined by reconnect_job is first heard of wherever it stands.",
  ),
  note(
    "nodetool.md:71",
    "`suspended` is a further status of the public implementation: a running job may be suspended, and a suspended one runs again. It ends neither the job nor the stream of its messages.",
  ),
  note(
    "nodetool.md:361",
    "run_job starts a stream of messages that ends with a terminal job_update. It has no `job_id` of its own: the first job_update names it, and nothing in the command can be matched with it. reconnect_job starts the same stream for the job it names.",
  ),
  note(
    "nodetool.md:79",
    "Messages of a run belong to its `job_id`, which the document gives to job_update alone. It is an optional field of all of them, so that the messages of two jobs on one connection can be told apart; without it a message belongs to the job in progress.",
  ),
  note(
    "nodetool.md:447",
    "chat_message starts a stream that ends with a message of role assistant, or with an error. Chunks without a `thread_id` belong to the one chat in flight, as in the document's flow.",
  ),
  note(
    "nodetool.md:782",
    "A missing field is answered by `{error}` without a `type`: the field's name and `is required`. Further properties may come with it.",
  ),
  note("nodetool.md:352", "The sample of the wrapper stands for all commands and is no frame of its own, so it is no example."),
];
