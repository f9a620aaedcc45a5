import { byType, message, protocol, Type, websocket } from "wirepact/define";

const author = Type.Object({ name: Type.String() });
Object.assign(author.properties, { friend: author });

const say = message({ description: "Says something.", fields: { author } });

export default protocol("chat", {
  title: "Chat",
  version: "1.0.0",
  description: "Talk in rooms.",
  endpoint: websocket("/chat"),
  client: byType({ say }),
  server: byType({}),
});
