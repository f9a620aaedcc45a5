import { byType, errorMessage, heartbeat, message, protocol, reply, Type, websocket } from "wirepact/define";

const text = Type.String({ description: "What is said." });
const say = message({ description: "Says something in a room.", fields: { text } });
const whisper = message({ description: "Says something to one of them. */ Not answered.", fields: { to: Type.String(), text } });
const constructor = message({ description: "Builds a room.", fields: {} });
const __proto__ = message({ description: "Names a room's kind.", fields: {} });
const ping = message({ description: "Keeps the connection alive.", fields: {} });

const welcome = message({
  description: "First frame of every connection.",
  fields: { rooms: Type.Array(Type.String()) },
  examples: [{ type: "welcome", rooms: ["garden"] }],
});
const heard = message({ description: "Answers say: who heard it.", fields: { by: Type.Array(Type.String()) } });
const said = message({ description: "Somebody said something.", fields: { text } });
const left = message({ description: "Somebody left.", fields: { who: Type.String() } });
const pong = message({ description: "Answers ping.", fields: {} });
const failed = message({ description: "Something could not be done.", fields: { reason: Type.String() } });

export default protocol("chat", {
  title: "Chat",
  version: "1.0.0",
  description: "Talk in rooms.",
  endpoint: websocket("/rooms/{room}", { port: 4000, parameters: { room: "Which room." }, query: { userId: Type.String() } }),
  client: byType({ say, whisper, constructor, ["__proto__"]: __proto__, ping }),
  server: byType({ welcome, heard, said, "room/left": left, pong, failed }),
  opening: welcome,
  replies: [reply(say).with(heard).orError(failed), reply(ping).with(pong)],
  heartbeat: heartbeat(ping, pong, "client"),
  errors: errorMessage(failed, "reason"),
});
