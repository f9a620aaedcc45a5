import { byType, message, named, protocol, Type, websocket } from "wirepact/define";

const Author = named("Name", Type.String({ maxLength: 40 }));
const Room = named("Name", Type.String({ maxLength: 80 }));
const say = message({ description: "Says something.", fields: { author: Author, room: Room } });

export default protocol("chat", {
  title: "Chat",
  version: "1.0.0",
  description: "Talk in rooms.",
  endpoint: websocket("/chat"),
  client: byType({ say }),
  server: byType({}),
});
