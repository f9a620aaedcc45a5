import { byType, message, named, protocol, Type, websocket } from "wirepact/define";

const Mood = named(
  "Mood",
  Type.Refine(Type.String(), (mood) => mood !== ""),
);
const say = message({ description: "Says something.", fields: { mood: Mood } });

export default protocol("chat", {
  title: "Chat",
  version: "1.0.0",
  description: "Talk in rooms.",
  endpoint: websocket("/chat"),
  client: byType({ say }),
  server: byType({}),
});
