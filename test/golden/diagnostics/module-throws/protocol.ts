import { byType, message, protocol, Type, websocket } from "wirepact/define";

function words(list: string | undefined): string[] {
  if (list === undefined) throw new Error("WORDS is not set");
  return list.split(",");
}

const say = message({ description: "Says something.", fields: { text: Type.Enum(words(undefined)) } });

export default protocol("chat", {
  title: "Chat",
  version: "1.0.0",
  description: "Talk in rooms.",
  endpoint: websocket("/chat"),
  client: byType({ say }),
  server: byType({}),
});
