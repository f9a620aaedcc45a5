import { byType, message, named, openObject, protocol, Type, websocket } from "wirepact/define";

const Author = named(
  "Author",
  openObject({
    name: Type.String({ maxLenght: 40 }),
  }),
);

const say = message({ description: "Says something.", fields: { author: Author } });
const said = message({ description: "Somebody said something.", fields: { author: Author } });

export default protocol("chat", {
  title: "Chat",
  version: "1.0.0",
  description: "Talk in rooms.",
  endpoint: websocket("/chat"),
  client: byType({ say }),
  server: byType({ said }),
});
