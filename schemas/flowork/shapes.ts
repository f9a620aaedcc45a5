import { anyObject, named, openObject, Type } from "wirepact/define";

/** May accompany every command. */
export const job = { job_id: Type.Optional(Type.String({ description: "The job that this concerns; a UUID." })) };

/** May accompany every event. */
export const context = {
  user_context: Type.Optional(
    named(
      "UserContext",
      openObject({ id: Type.String({ description: "The user's public address." }) }, { description: "Whose job it is." }),
    ),
  ),
  workflow_context_id: Type.Optional(Type.String({ description: "The job that the event comes from." })),
};

export const timestamp = Type.Union([Type.Number(), Type.String()], {
  description: "When it happened: Unix time in seconds, or a text.",
});

export const WorkflowData = named(
  "WorkflowData",
  openObject(
    {
      nodes: Type.Optional(Type.Array(anyObject(), { description: "The workflow's steps." })),
      connections: Type.Optional(Type.Array(anyObject(), { description: "What leads from one step to another." })),
    },
    { description: "A workflow as the canvas of the GUI holds it." },
  ),
);

/** The workflow that the examples run, save and load. */
export const sampleWorkflow = {
  nodes: [
    { id: "node-1", name: "Start", module_id: "starter_module" },
    { id: "node-2", name: "Show", module_id: "debug_popup_module" },
  ],
  connections: [{ id: "conn-1", source: "node-1", target: "node-2" }],
};

/** The job that the examples are about. */
export const sampleJob = "7b0c2a52-6f0e-4d0a-9a53-2f5d0c1e8b11";
