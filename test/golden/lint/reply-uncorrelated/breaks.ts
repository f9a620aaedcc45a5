import { byType, message, protocol, reply, Type, websocket } from "wirepact/define";

const find = message({ description: "Finds texts.", fields: { text: Type.String() } });
const count = message({ description: "Counts texts.", fields: { text: Type.String() } });
const found = message({ description: "What there is.", fields: { number: Type.Integer() } });

export default protocol("chat", {
  title: "Chat",
  version: "1.0.0",
  description: "Talk in rooms.",
  endpoint: websocket("/chat", { port: 3000 }),
  client: byType({ find, count }),
  server: byType({ found }),
  replies: [
    reply(find).with(found),
    reply(count).with(found),
  ],
});
