import { byType, protocol, websocket } from "wirepact/define";
import { join } from "./join.ts";
import { leave } from "./leave.ts";

export default protocol("chat", {
  title: "Chat",
  version: "1.0.0",
  description: "Talk in rooms.",
  endpoint: websocket("/chat"),
  client: byType({ join, leave }),
  server: byType({}),
});
