import { anyObject, anyValue, closed, message, nullable, open, Type } from "wirepact/define";
import { MessageContent } from "./shapes.ts";

const job_id = Type.String({ description: "The job, as its first job_update named it." });
const handle = Type.Optional(Type.String({ description: "Which handle of the input node the data comes out of." }));

/** A graph stands in for a workflow; null does not. */
const workflowOrGraph = [{ required: ["workflow_id"] }, { required: ["graph"], properties: { graph: { type: "object" } } }];

export const run_job = message({
  description: "Runs a workflow. Its job_update messages tell the job's id and how it goes.",
  source: "nodetool.md:367",
  body: Type.Object(
    {
      workflow_id: Type.Optional(Type.String({ description: "The workflow to run; may be absent where a graph is given." })),
      params: Type.Optional(anyObject({ description: "Values of the workflow's inputs, by input name." })),
      job_type: Type.Optional(Type.String({ description: "What kind of job it is; `workflow` where absent." })),
      explicit_types: Type.Optional(
        Type.Boolean({ description: "Whether plain values of results come wrapped with their type; false where absent." }),
      ),
      graph: Type.Optional(
        nullable(anyObject(), { description: "The graph to run instead of the stored workflow; null or absent for that." }),
      ),
    },
    { anyOf: workflowOrGraph },
  ),
  examples: [
    {
      command: "run_job",
      data: {
        workflow_id: "uuid-of-workflow",
        params: { input_name: "value" },
        job_type: "workflow",
        explicit_types: false,
        graph: null,
      },
    },
    { command: "run_job", data: { workflow_id: "wf-123", params: { input: "test" } } },
    { command: "run_job", data: { workflow_id: "wf-456" } },
    { command: "run_job", data: { graph: { nodes: [{ id: "node-1", type: "nodetool.input.StringInput" }], edges: [] } } },
  ],
});

export const reconnect_job = message({
  description: "Follows a job that runs already, such as after a lost connection.",
  source: "nodetool.md:384",
  fields: {
    job_id,
    workflow_id: Type.Optional(Type.String({ description: "The workflow that it runs; the server knows it where absent." })),
  },
  examples: [{ command: "reconnect_job", data: { job_id: "uuid-of-job", workflow_id: "uuid-of-workflow" } }],
});

export const cancel_job = message({
  description: "Ends a job before it is done; its last job_update says `cancelled`.",
  source: "nodetool.md:398",
  fields: { job_id },
  examples: [
    { command: "cancel_job", data: { job_id: "uuid-of-job" } },
    { command: "cancel_job", data: { job_id: "job-789" } },
  ],
});

export const get_status = message({
  description: "Asks how a job stands, or which jobs are active. Answered by job_status or active_jobs.",
  source: "nodetool.md:411",
  fields: { job_id: Type.Optional(Type.String({ description: "The job; all active ones where absent." })) },
  examples: [
    { command: "get_status", data: { job_id: "uuid-of-job" } },
    { command: "get_status", data: {} },
  ],
});

export const stream_input = message({
  description: "Feeds the next value into an input of a running job.",
  source: "nodetool.md:422",
  fields: {
    job_id,
    input: Type.String({ description: "Name of the workflow's input." }),
    value: anyValue({ description: "The value: a text, or anything structured." }),
    handle,
  },
  examples: [
    {
      command: "stream_input",
      data: { job_id: "uuid-of-job", input: "input_name", value: "chunk of data", handle: "source_handle_name" },
    },
    { command: "stream_input", data: { job_id: "job-123", input: "text", value: { type: "chunk", content: "a", done: false } } },
  ],
});

export const end_input_stream = message({
  description: "Says that an input of a running job gets no further values.",
  source: "nodetool.md:438",
  fields: { job_id, input: Type.String({ description: "Name of the workflow's input." }), handle },
  examples: [
    { command: "end_input_stream", data: { job_id: "uuid-of-job", input: "input_name", handle: "source_handle_name" } },
    { command: "end_input_stream", data: { job_id: "job-123", input: "text" } },
  ],
});

export const chat_message = message({
  description: "Says something in a chat thread. The answer comes in chunks and ends with a message, or with an error.",
  source: "nodetool.md:455",
  fields: {
    role: Type.Optional(open(["user", "assistant", "system", "tool"], { description: "Who speaks; `user` where absent." })),
    content: MessageContent,
    thread_id: Type.String({ description: "The thread that it is said in." }),
    model: Type.Optional(Type.String({ description: "The model to answer; the server's default where absent." })),
    provider: Type.Optional(Type.String({ description: "Who runs the model; the server's default where absent." })),
    tools: Type.Optional(Type.Array(Type.String(), { description: "Names of the tools that the model may call." })),
    collections: Type.Optional(Type.Array(Type.String(), { description: "Ids of the collections that it may search." })),
    agent_mode: Type.Optional(Type.Boolean({ description: "Whether an agent plans and works on it in steps." })),
    help_mode: Type.Optional(Type.Boolean({ description: "Whether the question is about the application itself." })),
    workflow_id: Type.Optional(Type.String({ description: "The workflow that it is about, or that answers it." })),
  },
  examples: [
    {
      command: "chat_message",
      data: {
        role: "user",
        content: "Hello, can you help me?",
        thread_id: "uuid-of-thread",
        model: "gpt-4",
        provider: "openai",
        tools: ["web_search", "code_execution"],
        collections: ["collection-uuid"],
        agent_mode: false,
        help_mode: false,
        workflow_id: "uuid",
      },
    },
    { command: "chat_message", data: { role: "user", content: "Explain quantum computing", thread_id: "thread-123" } },
    { command: "chat_message", data: { content: [{ type: "text", text: "And in one word?" }], thread_id: "thread-123" } },
  ],
});

export const stop = message({
  description: "Stops a job, what is being said in a chat thread, or both.",
  source: "nodetool.md:479",
  fields: {
    job_id: Type.Optional(Type.String({ description: "The job to stop." })),
    thread_id: Type.Optional(Type.String({ description: "The chat thread to stop." })),
  },
  atLeastOne: ["job_id", "thread_id"],
  examples: [
    { command: "stop", data: { job_id: "uuid-of-job" } },
    { command: "stop", data: { thread_id: "uuid-of-thread" } },
  ],
});

export const set_mode = message({
  description: "Switches the encoding of what the server sends, from the answer to this command on.",
  source: "nodetool.md:501",
  fields: { mode: closed(["binary", "text"], { description: "MessagePack in binary frames, or JSON in text frames." }) },
  examples: [
    { command: "set_mode", data: { mode: "text" } },
    { command: "set_mode", data: { mode: "binary" } },
  ],
});

export const clear_models = message({
  description: "Frees the memory of models that are loaded; for development, a server in production leaves them.",
  source: "nodetool.md:514",
  fields: {},
  examples: [{ command: "clear_models", data: {} }],
});
