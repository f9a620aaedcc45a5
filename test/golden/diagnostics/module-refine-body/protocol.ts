import { byType, message, protocol, Type, websocket } from "wirepact/define";

const say = message({
  description: "Says something.",
  body: Type.Refine(Type.Object({ from: Type.String(), to: Type.String() }), ({ from, to }) => from !== to),
});

export default protocol("chat", {
  title: "Chat",
  version: "1.0.0",
  description: "Talk in rooms.",
  endpoint: websocket("/chat"),
  client: byType({ say }),
  server: byType({}),
});
