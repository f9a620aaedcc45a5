import { events, message, protocol, reply, socketio, Type } from "wirepact/define";

const ask = message({ description: "Asks.", fields: { requestId: Type.String(), text: Type.String() } });
const answer = message({ description: "Answers.", fields: { requestId: Type.String(), text: Type.String() } });

export default protocol("chat", {
  title: "Chat",
  version: "1.0.0",
  description: "A name that stands in an event's data, not beside it.",
  endpoint: socketio(),
  client: events({ ask }),
  server: events({ answer }),
  replies: [reply(ask).with(answer).matching("requestId")],
});
