import { byType, machine, message, note, protocol, Type, websocket } from "wirepact/define";

const say = message({ description: "Says something.", fields: { text: Type.String() } });
const said = message({ description: "Somebody said something.", fields: { text: Type.String(), id: Type.String() } });

export default protocol("chat", {
  title: "Chat",
  version: "1.0.0",
  description: "Talk in rooms.",
  endpoint: websocket("/chat", { prot: 3000, refusals: [{ status: 401, whn: "no token" }] }),
  client: byType({ say }),
  server: byType({ said }),
  machines: {
    text: machine({ desc: "A text.", message: said, key: "id", state: "text", initial: ["new"], transitions: { new: [] } }),
  },
  scenarios: [{ name: "talk", descripton: "They talk.", steps: [] }],
  notes: [note("chat.md:1", "We decide."), { txt: "We do.", text: "And how." }],
});
