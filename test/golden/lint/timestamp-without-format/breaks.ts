import { byType, message, protocol, Type, websocket } from "wirepact/define";

const stamped = { timestamp: Type.String() };

const say = message({ description: "Says something.", fields: { text: Type.String(), ...stamped } });
const shout = message({ description: "Shouts something.", fields: { text: Type.String(), ...stamped } });
const posted = message({ description: "Somebody said something.", fields: { createdAt: Type.Integer() } });

export default protocol("chat", {
  title: "Chat",
  version: "1.0.0",
  description: "Talk in rooms.",
  endpoint: websocket("/chat", { port: 3000 }),
  client: byType({ say, shout }),
  server: byType({ posted }),
});
