import { byType, message, protocol, reply, Type, websocket } from "wirepact/define";

const say = message({ description: "Says something.", fields: { text: Type.String() } });
const said = Type.Object({ text: Type.String() });

export default protocol("chat", {
  title: "Chat",
  version: "1.0.0",
  description: "Talk in rooms.",
  endpoint: websocket("/chat"),
  client: byType({ say }),
  server: byType({ said }),
});
