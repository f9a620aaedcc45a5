import { byType, message, protocol, Type, websocket } from "wirepact/define";

const say = message({
  description: "Says something.",
  fields: {
    text: Type.String(),
    mood: Type.Optional(Type.Refine(Type.String(), (mood) => mood !== "")),
  },
});

export default protocol("chat", {
  title: "Chat",
  version: "1.0.0",
  description: "Talk in rooms.",
  endpoint: websocket("/chat"),
  client: byType({ say }),
  server: byType({}),
});
