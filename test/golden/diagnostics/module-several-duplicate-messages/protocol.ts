import { byType, message, protocol, Type, websocket } from "wirepact/define";

const typing = message({ description: "I type.", fields: { room: Type.String() } });
const say = message({ description: "Says something.", fields: { text: Type.String() } });
const typed = message({ description: "Somebody types.", fields: { room: Type.String(), user: Type.String() } });
const said = message({ description: "Somebody said something.", fields: { text: Type.String() } });

export default protocol("chat", {
  title: "Chat",
  version: "1.0.0",
  description: "Talk in rooms.",
  endpoint: websocket("/chat"),
  client: byType({ typing, say }),
  server: byType({ typing: typed, say: said }),
});
