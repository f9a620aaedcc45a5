import { byType, errorMessage, message, protocol, reply, stream, Type, websocket } from "wirepact/define";

const ask = message({ description: "Asks.", fields: { question_id: Type.String() } });
const answer = message({ description: "Answers.", fields: { question_id: Type.String() } });
const failure = message({ description: "Fails.", fields: { code: Type.String(), text: Type.String() } });

export default protocol("chat", {
  title: "Chat",
  version: "1.0.0",
  description: "Talk in rooms.",
  endpoint: websocket("/chat"),
  client: byType({ ask }),
  server: byType({ answer, failure }),
  replies: [reply(ask).with(answer).orError(failure).matching("questionId")],
  streams: [stream(ask).of(answer).until(failure, "kode", ["END"]).matching("question_id")],
  errors: errorMessage(failure, "text", {
    field: "kode",
    unknown: "OOPS",
    invalid: "OOPS",
    failed: "OOPS",
    codes: { OOPS: "Something went wrong." },
  }),
});
