import { byType, protocol, websocket } from "wirepact/define";
import { say } from "./client.ts";

export default protocol("chat", {
  title: "Chat",
  version: "1.0.0",
  description: "Talk in rooms.",
  endpoint: websocket("/chat"),
  client: byType({ say }),
  server: byType({}),
});
