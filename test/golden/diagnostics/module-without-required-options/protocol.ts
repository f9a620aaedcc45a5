import { byType, message, protocol, Type } from "wirepact/define";

const say = message({ description: "Says something.", feilds: { text: Type.String() } });
const said = message({});

export default protocol("chat", {
  title: "Chat",
  versoin: "1.0.0",
  description: "Talk in rooms.",
  client: byType({ say }),
  server: byType({ said }),
  replys: [],
});
