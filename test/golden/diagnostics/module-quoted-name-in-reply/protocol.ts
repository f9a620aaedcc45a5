import { byType, message, protocol, reply, Type, websocket } from "wirepact/define";

const send = message({ description: "Says something.", fields: { text: Type.String() } });
const sent = message({ description: "Somebody said something.", fields: { text: Type.String() } });

export default protocol("chat", {
  title: "Chat",
  version: "1.0.0",
  description: "Talk in rooms.",
  endpoint: websocket("/chat"),
  client: byType({ "send/message": send }),
  server: byType({ "send/done": sent }),
  replies: [reply(send).with(sent).matching("reqId")],
});
