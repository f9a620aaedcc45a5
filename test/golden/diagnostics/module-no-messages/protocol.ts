import { byType, protocol, websocket } from "wirepact/define";

export default protocol("chat", {
  title: "Chat",
  version: "1.0.0",
  description: "Talk in rooms.",
  endpoint: websocket("/chat"),
  client: byType({}),
  server: byType({}),
});
