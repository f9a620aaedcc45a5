import { byType, message, protocol, Type, websocket } from "wirepact/define";

const stop = message({
  description: "Stops a job or a thread.",
  fields: {
    job_id: Type.Optional(Type.String()),
    thread_id: Type.Optional(Type.String()),
  },
  atLeastOne: ["job_id", "thread"],
});

export default protocol("chat", {
  title: "Chat",
  version: "1.0.0",
  description: "Talk in rooms.",
  endpoint: websocket("/chat"),
  client: byType({ stop }),
  server: byType({}),
});
