import { byType, message, protocol, Type, websocket } from "wirepact/define";

const Name = Type.String({ maxLenght: 40 });
const common = { author: Name, ...{ size: Type.Number({ minimun: 1 }) } };

const say = message({ description: "Says something.", fields: { ...common, text: Type.String() } });
const said = message({ description: "Somebody said something.", fields: common });

export default protocol("chat", {
  title: "Chat",
  version: "1.0.0",
  description: "Talk in rooms.",
  endpoint: websocket("/chat"),
  client: byType({ say }),
  server: byType({ said }),
});
