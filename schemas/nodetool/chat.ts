import { anyObject, closed, message as define, open, Type } from "wirepact/define";
import { MessageContent, maybe, origin } from "./shapes.ts";

export const chunk = define({
  description: "The next piece of what a model says.",
  source: "nodetool.md:197",
  fields: {
    ...origin,
    content_type: maybe(closed(["text", "audio", "image", "video", "document"]), "What the piece is of; text where absent."),
    content: maybe(Type.String(), "The piece."),
    content_metadata: maybe(anyObject(), "What else is known of the content."),
    done: Type.Boolean({ description: "Whether it is the last piece." }),
  },
  examples: [
    { type: "chunk", content: "Quantum", done: false },
    { type: "chunk", content: " computing", done: false },
    { type: "chunk", content: " is...", done: true },
    {
      type: "chunk",
      thread_id: "thread-123",
      content_type: "audio",
      content: "UklGRg==",
      content_metadata: { sample_rate: 24000 },
      done: false,
    },
    { type: "chunk", node_id: "node-2", workflow_id: "wf-123", job_id: "job-123", content: "Hello", done: false },
  ],
});

export const message = define({
  description: "A whole message of a chat. With role `assistant` it ends the answer to a chat_message.",
  source: "nodetool.md:711",
  open: true,
  fields: {
    id: maybe(Type.String(), "Tells messages apart."),
    workflow_id: maybe(Type.String(), "The workflow that answered."),
    thread_id: maybe(Type.String(), "The thread that it stands in."),
    role: open(["user", "assistant", "system", "tool"], { description: "Who speaks." }),
    name: maybe(Type.String(), "The speaker's name; of a tool's message the tool."),
    content: MessageContent,
    tool_calls: maybe(Type.Array(anyObject()), "The tools that the model calls."),
    created_at: maybe(Type.String(), "When it was made; a date and time."),
    provider: maybe(Type.String(), "Who runs the model."),
    model: maybe(Type.String(), "The model that answered."),
  },
  examples: [
    { type: "message", role: "assistant", content: "Quantum computing is...", id: "msg-456", thread_id: "thread-123" },
    {
      type: "message",
      role: "assistant",
      content: [{ type: "text", text: "Here it is." }],
      id: "msg-457",
      thread_id: "thread-123",
      name: null,
      provider: "openai",
      model: "gpt-4",
      created_at: "2023-12-30T11:33:20Z",
    },
    {
      type: "message",
      role: "tool",
      name: "search_web",
      content: { hits: 3 },
      thread_id: "thread-123",
    },
  ],
});
