import { byType, message, protocol, reply, Type, websocket } from "wirepact/define";

const say = message({ description: "Says something.", fields: { text: Type.String() } });
const said = message({ description: "Somebody said something.", fields: { text: Type.String() } });
const refused = message({ description: "Nobody may say that.", fields: { text: Type.String() } });

export default protocol("chat", {
  title: "Chat",
  version: "1.0.0",
  description: "Talk in rooms.",
  endpoint: websocket("/chat"),
  client: byType({ say }),
  server: byType({ said }),
  opening: refused,
  replies: [reply(say).with(said, message({ description: "Nobody lists me." })).orError(refused)],
});
