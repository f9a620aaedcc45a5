import { byType, message, protocol, Type, websocket } from "wirepact/define";

const say = message({
  description: "Says something.",
  fields: { text: Type.String({ minLength: 1 }) },
});

const shout = message({
  description: "Shouts something.",
  fields: { text: Type.String({ minLenght: 1 }) },
});

export default protocol("chat", {
  title: "Chat",
  version: "1.0.0",
  description: "Talk in rooms.",
  endpoint: websocket("/chat"),
  client: byType({ say, shout }),
  server: byType({}),
});
