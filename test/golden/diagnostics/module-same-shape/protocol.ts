import { byShape, byType, message, protocol, Type, websocket } from "wirepact/define";

const say = message({ description: "Says something.", fields: { text: Type.String() } });

const acknowledgement = message({
  description: "Something arrived.",
  fields: { id: Type.String() },
});

const receipt = message({
  description: "Something was read.",
  fields: { id: Type.String(), at: Type.Optional(Type.Number()) },
});

export default protocol("chat", {
  title: "Chat",
  version: "1.0.0",
  description: "Talk in rooms.",
  endpoint: websocket("/chat"),
  client: [byType({ say }), byShape({ acknowledgement, receipt })],
  server: byType({}),
});
