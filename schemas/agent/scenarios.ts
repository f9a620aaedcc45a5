import { fromClient, fromServer, type Step, scenario } from "wirepact/define";

type Frame = Step["frame"];

const steps = ["specification", "tests", "implementation", "verification", "registration"];

/** A frame of the server. */
function send(event: string, data: Frame) {
  return fromServer({ event, data });
}

/** The client's query. */
function ask(prompt: string, session_id: string) {
  return fromClient({ event: "query", data: { prompt, session_id } });
}

/** Progress of the running query. */
function progress(event_type: string, data: Frame = {}) {
  return send("agent_event", { event_type, data });
}

/** A session's memory of one question and its answer. */
function remembered(session_id: string, question: string, answer: string) {
  const messages = [
    { role: "user", content: question, message_index: 0, created_at: "2025-01-01T12:00:00Z" },
    { role: "assistant", content: answer, message_index: 1, created_at: "2025-01-01T12:00:04Z" },
  ];
  return send("session_memory", { session_id, messages });
}

const greeting = send("connected", { data: "Connected to agent" });
const uuid = "550e8400-e29b-41d4-a716-446655440000";
const margins = "The average profit margin over all 40 products is 32.5 %.";
const sales = "The average sale is 1250.75.";

export const scenarios = [
  scenario("query", { description: "A query that an existing tool answers.", source: "agent.md:74" }, [
    greeting,
    ask("Calculate profit margins from data/ecommerce_products.csv", uuid),
    progress("planning_query"),
    progress("plan_complete", { strategy: "single", reasoning: "One tool can answer the query" }),
    progress("searching"),
    progress("tool_found", { tool_name: "calculate_profit_margins", similarity: 0.87 }),
    progress("executing", { tool_name: "calculate_profit_margins" }),
    progress("execution_complete", { result: "{'average_margin': 0.325, 'products': 40}" }),
    progress("synthesizing_response"),
    progress("complete"),
    send("query_complete", {
      success: true,
      response: margins,
      metadata: {
        tool_name: "calculate_profit_margins",
        synthesized: false,
        tool_result: "{'average_margin': 0.325, 'products': 40}",
      },
      session_id: uuid,
    }),
    remembered(uuid, "Calculate profit margins from data/ecommerce_products.csv", margins),
    send("tool_count", { count: 12 }),
  ]),
  scenario("synthesis", { description: "A query for which the agent makes a new tool.", source: "agent.md:757" }, [
    greeting,
    ask("Calculate average sales from sales_data.csv", "session-123"),
    progress("searching"),
    progress("no_tool_found"),
    progress("entering_synthesis_mode"),
    ...steps.flatMap((step) => [
      progress("synthesis_step", { step, status: "in_progress" }),
      progress("synthesis_step", { step, status: "complete" }),
    ]),
    progress("synthesis_successful", { tool_name: "calculate_average_sales" }),
    progress("executing", { tool_name: "calculate_average_sales" }),
    progress("execution_complete", { result: "1250.75" }),
    progress("synthesizing_response"),
    progress("complete"),
    send("query_complete", {
      success: true,
      response: sales,
      metadata: { tool_name: "calculate_average_sales", synthesized: true, tool_result: "1250.75" },
      session_id: "session-123",
    }),
    remembered("session-123", "Calculate average sales from sales_data.csv", sales),
    send("tool_count", { count: 13 }),
  ]),
  scenario("error", { description: "A query that the server cannot process.", source: "agent.md:809" }, [
    greeting,
    ask("Calculate profit margins from data/ecommerce_products.csv", uuid),
    progress("searching"),
    send("error", { message: "the language model did not answer" }),
    send("session_memory", { session_id: uuid, messages: [] }),
    send("tool_count", { count: 12 }),
  ]),
  scenario(
    "client",
    { description: "The document's own client: it connects, opens a session and asks.", source: "agent.md:844" },
    [
      greeting,
      ask("Calculate profit margins from data.csv", uuid),
      progress("searching"),
      progress("tool_found", { tool_name: "calculate_profit_margins", similarity: 0.87 }),
      progress("executing", { tool_name: "calculate_profit_margins" }),
      progress("execution_failed", { error: "FileNotFoundError: data.csv" }),
      progress("complete"),
      send("query_complete", {
        success: false,
        response: "I could not read data.csv.",
        metadata: { tool_name: "calculate_profit_margins", synthesized: false, tool_result: "" },
        session_id: uuid,
      }),
      remembered(uuid, "Calculate profit margins from data.csv", "I could not read data.csv."),
      send("tool_count", { count: 12 }),
    ],
  ),
];
