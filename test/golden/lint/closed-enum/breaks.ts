import { byType, message, named, protocol, Type, websocket } from "wirepact/define";

const Priority = Type.Union([Type.Literal("low"), Type.Literal("normal"), Type.Literal("high")]);
const User = named("User", Type.Object({ role: Type.Enum(["guest", "member", "owner"]) }));

const say = message({ description: "Says something.", fields: { text: Type.String() } });

const posted = message({
  description: "Somebody said something.",
  fields: {
    by: User,
    kind: Type.Enum(["text", "image", "sound"]),
    urgency: Priority,
  },
});

export default protocol("chat", {
  title: "Chat",
  version: "1.0.0",
  description: "Talk in rooms.",
  endpoint: websocket("/chat", { port: 3000 }),
  client: byType({ say }),
  server: byType({ posted }),
});
