import { byType, message, protocol, Type, websocket } from "wirepact/define";

const say = message({
  description: "Says something.",
  fields: { text: Type.String() },
  examples: [
    { type: "say", text: "hello" },
    { type: "say", text: 7 },
  ],
});

const said = message({
  description: "Somebody said something.",
  fields: { text: Type.String() },
  examples: [{ type: "said" }],
});

export default protocol("chat", {
  title: "Chat",
  version: "1.0.0",
  description: "Talk in rooms.",
  endpoint: websocket("/chat"),
  client: byType({ say }),
  server: byType({ said }),
});
