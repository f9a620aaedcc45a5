import { anyObject, anyValue, bytes, message, open, Type } from "wirepact/define";
import { job_id, maybe, workflow_id } from "./shapes.ts";

const node_id = Type.String({ description: "The node that this comes from." });
const output_type = open(["string", "image", "audio", "video"], { description: "What kind of value it is." });
const metadata = maybe(anyObject(), "What else is known of the value.");

export const output_update = message({
  description: "A value that a node put out, sent as soon as it is there.",
  source: "nodetool.md:134",
  fields: {
    node_id,
    node_name: maybe(Type.String(), "The node's name in the workflow."),
    output_name: Type.String({ description: "Which of the node's outputs it is." }),
    value: anyValue({
      description: "The value: a text, bytes, or anything structured, with bytes anywhere within (MessagePack).",
    }),
    output_type,
    metadata,
    workflow_id,
    job_id,
  },
  examples: [
    { type: "output_update", node_id: "node-3", output_name: "result", value: "...", output_type: "string" },
    {
      type: "output_update",
      node_id: "node-3",
      node_name: "Image",
      output_name: "image",
      value: { type: "image", uri: "asset://image-1.png" },
      output_type: "image",
      metadata: { width: 512, height: 512 },
      workflow_id: "wf-123",
      job_id: "job-123",
    },
  ],
});

export const preview_update = message({
  description: "Something to look at while a node is still at work.",
  source: "nodetool.md:151",
  fields: { node_id, value: anyValue({ description: "What to show." }), job_id },
  examples: [{ type: "preview_update", node_id: "node-2", value: { type: "image", uri: "asset://preview-1.png" } }],
});

export const save_update = message({
  description: "A value that a node saved.",
  source: "nodetool.md:163",
  fields: {
    node_id,
    name: Type.String({ description: "The name it was saved under." }),
    value: anyValue({ description: "What was saved." }),
    output_type,
    metadata,
    job_id,
  },
  examples: [
    {
      type: "save_update",
      node_id: "node-4",
      name: "summary.txt",
      value: { type: "text", uri: "asset://summary.txt" },
      output_type: "string",
      metadata: { folder: "results" },
    },
  ],
});

export const binary_update = message({
  description: "Bytes that a node put out: an image, a sound, a film.",
  source: "nodetool.md:180",
  fields: {
    node_id,
    output_name: Type.String({ description: "Which of the node's outputs it is." }),
    binary: bytes({ description: "The bytes: a bin in MessagePack, base64 in JSON." }),
    job_id,
  },
  examples: [{ type: "binary_update", node_id: "node-3", output_name: "image", binary: "iVBORw0KGgo=" }],
});

export const prediction = message({
  description: "What a model was asked, and what it answered.",
  source: "nodetool.md:214",
  open: true,
  fields: {
    id: Type.String({ description: "Tells predictions apart." }),
    user_id: maybe(Type.String(), "Whose prediction it is."),
    node_id: maybe(Type.String(), "The node that asked for it."),
    workflow_id,
    provider: maybe(Type.String(), "Who runs the model."),
    model: maybe(Type.String(), "The model."),
    version: maybe(Type.String(), "The model's version."),
    node_type: maybe(Type.String(), "The kind of node that asked for it."),
    status: Type.String({ description: "Where the prediction stands." }),
    params: maybe(anyObject(), "What the model was given."),
    data: Type.Optional(anyValue({ description: "What the model answered." })),
    cost: maybe(Type.Number(), "What it cost."),
    logs: maybe(Type.String(), "What the model logged."),
    error: maybe(Type.String(), "Why it failed."),
    duration: maybe(Type.Number(), "How long it took."),
    created_at: maybe(Type.String(), "When it was asked for; a date and time."),
    started_at: maybe(Type.String(), "When the model began; a date and time."),
    completed_at: maybe(Type.String(), "When the model was done; a date and time."),
    job_id,
  },
  examples: [
    {
      type: "prediction",
      id: "prediction-1",
      user_id: "1",
      node_id: "node-2",
      workflow_id: "wf-123",
      provider: "openai",
      model: "gpt-4",
      status: "completed",
      params: { prompt: "Say hello." },
      data: "Hello!",
      cost: 0.0021,
      duration: 1.4,
      created_at: "2023-12-30T11:33:20Z",
      started_at: "2023-12-30T11:33:20Z",
      completed_at: "2023-12-30T11:33:21Z",
    },
    { type: "prediction", id: "prediction-2", status: "failed", error: "the provider is overloaded" },
  ],
});
