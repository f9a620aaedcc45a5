import { byType, message, protocol, topics, websocket } from "wirepact/define";
import { said, subscribe, unsubscribe, whispered } from "./messages.ts";

export default protocol("chat", {
  title: "Chat",
  version: "1.0.0",
  description: "Talk in rooms.",
  endpoint: websocket("/chat"),
  client: byType({ subscribe, unsubscribe }),
  server: byType({ said }),
  topics: topics({
    subscribe,
    unsubscribe,
    field: "topics",
    topics: { talk: { messages: [said, whispered] } },
  }),
});
