import { byType, message, protocol, Type, websocket } from "wirepact/define";
import { z } from "zod-of-some-kind";

const say = message({ description: "Says something.", fields: z });

export default protocol("chat", {
  title: "Chat",
  version: "1.0.0",
  description: "Talk in rooms.",
  endpoint: websocket("/chat"),
  client: byType({ say }),
  server: byType({}),
});
