import { byType, message, protocol, Type, websocket } from "wirepact/define";

const say = message({
  description: "Says something in a room.",
  fields: {
    room: Type.String(),
    text: Type.String({ minLenght: 1 }),
  },
});

const said = message({
  description: "Somebody said something.",
  fields: {
    room: Type.String(),
    text: Type.String({
      description: "What was said.",
      maxLenght: 80,
    }),
  },
});

export default protocol("chat", {
  title: "Chat",
  version: "1.0.0",
  description: "Talk in rooms.",
  endpoint: websocket("/chat"),
  client: byType({ say }),
  server: byType({ said }),
});
