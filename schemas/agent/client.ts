import { message, Type } from "wirepact/define";

export const query = message({
  description:
    "Asks the agent something. Many agent_event follow, then query_complete or error, then session_memory and tool_count.",
  source: "agent.md:62",
  fields: {
    prompt: Type.String({ description: "What the user wants, in plain words." }),
    session_id: Type.String({
      description: "The session that the query belongs to, as POST /api/session gave it; usually a UUID.",
    }),
  },
  examples: [
    {
      event: "query",
      data: {
        prompt: "Calculate profit margins from data/ecommerce_products.csv",
        session_id: "550e8400-e29b-41d4-a716-446655440000",
      },
    },
    { event: "query", data: { prompt: "Calculate average sales from sales_data.csv", session_id: "session-123" } },
  ],
});
