import { byType, message, protocol, Type, websocket } from "wirepact/define";

const sayIt = message({
  description: "Says something.",
  fields: { text: Type.String({ minLenght: 1 }) },
  examples: [{ type: "say-it", text: "hello" }],
});

export default protocol("chat", {
  title: "Chat",
  version: "1.0.0",
  description: "Talk in rooms.",
  endpoint: websocket("/chat"),
  client: byType({ "say-it": sayIt }),
  server: byType({}),
});
