import { byType, message, protocol, Type, websocket } from "wirepact/define";

const room = { roomId: Type.String() };

const join = message({ description: "Joins a room.", fields: { ...room } });

const leave = message({ description: "Leaves a room.", fields: { ...room } });

const left = message({
  description: "Somebody left.",
  fields: {
    user: Type.String(),
    room_id: Type.String(),
  },
});

export default protocol("chat", {
  title: "Chat",
  version: "1.0.0",
  description: "Talk in rooms.",
  endpoint: websocket("/chat", { port: 3000 }),
  client: byType({ join, leave }),
  server: byType({ left }),
});
