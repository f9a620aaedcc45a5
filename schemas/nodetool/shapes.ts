import { anyObject, named, nullable, open, openObject, Type } from "wirepact/define";

/** A field that the server may leave out or send as null, which means the same. */
export function maybe<T extends Type.TSchema>(schema: T, description: string) {
  return Type.Optional(nullable(schema, { description }));
}

/** The job that a message of a run belongs to. */
export const job_id = maybe(Type.String(), "The job that this belongs to.");

export const workflow_id = maybe(Type.String(), "The workflow that this belongs to.");

/** Where a message that workflows and chats share comes from. */
export const origin = {
  node_id: maybe(Type.String(), "The node that this comes from; none in a chat."),
  thread_id: maybe(Type.String(), "The chat thread that this belongs to; none in a workflow."),
  workflow_id,
  job_id,
};

/** Where a job stands. */
export const jobStatus = open(["pending", "running", "suspended", "completed", "failed", "cancelled", "error"], {
  description: "Where the job stands.",
});

export const MessageContent = named(
  "MessageContent",
  Type.Union([Type.String(), anyObject(), Type.Array(anyObject())], {
    description: "What a chat message says: a text, an object, or a list of content parts.",
  }),
);

export const Step = named(
  "Step",
  openObject(
    {
      id: maybe(Type.String(), "Tells the steps of a task apart."),
      instructions: maybe(Type.String(), "What the step is to do."),
      completed: maybe(Type.Boolean(), "Whether it is done."),
      start_time: maybe(Type.Number(), "When it started; Unix time in seconds, 0 before that."),
      end_time: maybe(Type.Number(), "When it ended; Unix time in seconds, 0 before that."),
      depends_on: maybe(Type.Array(Type.String()), "Ids of the steps that come before it."),
      tools: maybe(Type.Array(Type.String()), "Names of the tools it may call; any tool where absent."),
      logs: maybe(Type.Array(anyObject()), "What the step logged."),
    },
    { description: "One step of an agent's task." },
  ),
);

export const Task = named(
  "Task",
  openObject(
    {
      id: maybe(Type.String(), "Tells tasks apart."),
      title: maybe(Type.String(), "The task in a few words."),
      description: maybe(Type.String(), "The task at length."),
      steps: maybe(Type.Array(Step), "What the task is divided into."),
    },
    { description: "What an agent set out to do." },
  ),
);

/** A step that is done, which the examples are about. */
export const sampleStep = {
  id: "step-1",
  instructions: "Search the web.",
  completed: true,
  start_time: 1703936000,
  end_time: 1703936012,
  logs: [{ message: "3 hits", level: "info", timestamp: 1703936011 }],
};

/** The task that it belongs to. */
export const sampleTask = {
  id: "task-1",
  title: "Research",
  description: "Find out what is known and sum it up.",
  steps: [sampleStep, { id: "step-2", instructions: "Sum it up.", completed: false, depends_on: ["step-1"], tools: null }],
};
