import { events, message, protocol, socketio, Type } from "wirepact/define";

const say = message({ description: "Says something.", fields: { text: Type.String() } });

const connect = message({
  description: "Greets.",
  fields: { data: Type.String() },
});

export default protocol("chat", {
  title: "Chat",
  version: "1.0.0",
  description: "Talk in rooms.",
  endpoint: socketio({ port: 5001 }),
  client: events({ say }),
  server: events({ connect }),
});
