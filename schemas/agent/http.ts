import { type HttpOperation, named, Type } from "wirepact/define";

export const createSession: HttpOperation = {
  method: "POST",
  path: "/api/session",
  description: "Opens a session; every query names one. The request has no body.",
  source: "agent.md:874",
  response: named(
    "Session",
    Type.Object(
      { session_id: Type.String({ description: "What to send as `session_id` of a query." }) },
      { description: "A session as it was opened.", examples: [{ session_id: "550e8400-e29b-41d4-a716-446655440000" }] },
    ),
  ),
};
