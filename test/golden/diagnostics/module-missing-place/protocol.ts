import { byType, errorCodes, message, protocol, reply, stream, Type, websocket } from "wirepact/define";

const ask = message({ description: "Asks.", fields: { question_id: Type.String() } });
const answer = message({ description: "Answers.", fields: { question_id: Type.String() } });
const failure = message({ description: "Fails.", fields: { code: Type.String() } });

export default protocol("chat", {
  title: "Chat",
  version: "1.0.0",
  description: "Talk in rooms.",
  endpoint: websocket("/chat"),
  client: byType({ ask }),
  server: byType({ answer, failure }),
  replies: [reply(ask).with(answer).orError(failure).matching("questionId")],
  streams: [stream(ask).of(answer).until(failure, "kode", ["END"]).matching("question_id")],
  errors: errorCodes(failure, "kode", { OOPS: "Something went wrong." }),
});
