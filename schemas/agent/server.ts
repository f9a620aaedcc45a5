import { closed, count, dateTime, message, named, Type } from "wirepact/define";
import { agentEvent, documentedEvents } from "./eventTypes/agentEvent.ts";

const QueryMetadata = named(
  "QueryMetadata",
  Type.Object(
    {
      tool_name: Type.String({ description: "The tool that answered." }),
      synthesized: Type.Boolean({ description: "Whether that tool was made for this query." }),
      tool_result: Type.String({ description: "What the tool returned, as text." }),
    },
    { description: "How the agent came to its answer." },
  ),
);

const SessionMessage = named(
  "SessionMessage",
  Type.Object(
    {
      role: closed(["user", "assistant"], { description: "Who said it." }),
      content: Type.String({ description: "What was said." }),
      message_index: count({ description: "Its place in the conversation." }),
      created_at: dateTime({ description: "When it was said; ISO 8601." }),
    },
    { description: "One turn of a conversation." },
  ),
);

export const connected = message({
  description: "Greets the client; the first event of every connection.",
  source: "agent.md:29",
  fields: { data: Type.String({ description: "A greeting for people." }) },
  examples: [{ event: "connected", data: { data: "Connected to agent" } }],
  notes: ["What the document shows as the payload of `connect` travels under this name, since Socket.IO reserves that one."],
});

export const tool_count = message({
  description: "How many tools the registry has now.",
  source: "agent.md:92",
  fields: { count: count({ description: "All synthesized tools." }) },
  examples: [{ event: "tool_count", data: { count: 12 } }],
});

export const agent_event = message({
  description: "Progress of the running query: one of 36 event types, each with data of its own.",
  source: "agent.md:112",
  body: agentEvent,
  examples: documentedEvents.map((data) => ({ event: "agent_event", data })),
});

export const query_complete = message({
  description: "Ends a query with its answer, or with the reason why there is none.",
  source: "agent.md:133",
  fields: {
    success: Type.Boolean({ description: "Whether the query was answered." }),
    response: Type.String({ description: "The answer in plain words; without success, what went wrong." }),
    metadata: QueryMetadata,
    session_id: Type.String({ description: "The query's own." }),
  },
  examples: [
    {
      event: "query_complete",
      data: {
        success: true,
        response: "The average profit margin over all 40 products is 32.5 %.",
        metadata: {
          tool_name: "calculate_profit_margins",
          synthesized: false,
          tool_result: "{'average_margin': 0.325, 'products': 40}",
        },
        session_id: "550e8400-e29b-41d4-a716-446655440000",
      },
    },
    {
      event: "query_complete",
      data: {
        success: false,
        response: "I could not read data/ecommerce_products.csv.",
        metadata: { tool_name: "calculate_profit_margins", synthesized: false, tool_result: "" },
        session_id: "550e8400-e29b-41d4-a716-446655440000",
      },
    },
  ],
});

export const session_memory = message({
  description: "The conversation of a session as it stands after a query.",
  source: "agent.md:164",
  fields: {
    session_id: Type.String({ description: "The session whose conversation it is." }),
    messages: Type.Array(SessionMessage, { description: "Every turn, oldest first." }),
  },
  examples: [
    {
      event: "session_memory",
      data: {
        session_id: "550e8400-e29b-41d4-a716-446655440000",
        messages: [
          {
            role: "user",
            content: "Calculate profit margins from data/ecommerce_products.csv",
            message_index: 0,
            created_at: "2025-01-01T12:00:00Z",
          },
          {
            role: "assistant",
            content: "The average profit margin over all 40 products is 32.5 %.",
            message_index: 1,
            created_at: "2025-01-01T12:00:04Z",
          },
        ],
      },
    },
  ],
});

export const error = message({
  description: "Ends a query that the server could not process.",
  source: "agent.md:194",
  fields: { message: Type.String({ description: "What went wrong, for people." }) },
  examples: [{ event: "error", data: { message: "the language model did not answer" } }],
});
