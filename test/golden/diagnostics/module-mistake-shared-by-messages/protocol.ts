import { byType, message, protocol, Type, websocket } from "wirepact/define";

const common = { room: Type.String({ maxLenght: 5 }) };
const place = Type.Object({ x: Type.Number({ minnimum: 1 }) });

const come = message({ description: "Comes.", fields: { ...common, place } });
const stay = message({ description: "Stays.", fields: { ...common, place } });
const go = message({ description: "Goes.", fields: { ...common, here: place } });

export default protocol("chat", {
  title: "Chat",
  version: "1.0.0",
  description: "Talk in rooms.",
  endpoint: websocket("/chat"),
  client: byType({ come, stay, go }),
  server: byType({}),
});
