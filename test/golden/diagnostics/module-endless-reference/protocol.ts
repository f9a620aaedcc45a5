import { byType, message, named, protocol, Type, websocket } from "wirepact/define";

const Author = named("Author", Type.Union([Type.Ref("Person")]));
const Person = named("Person", Type.Union([Type.Ref("Author")]));

const say = message({
  description: "Says something.",
  fields: { author: Author, person: Person },
});

export default protocol("chat", {
  title: "Chat",
  version: "1.0.0",
  description: "Talk in rooms.",
  endpoint: websocket("/chat"),
  client: byType({ say }),
  server: byType({}),
});
