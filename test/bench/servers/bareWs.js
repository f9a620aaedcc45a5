import { WebSocketServer } from "ws";
import { obey } from "./obey.js";

/** By hand: `ws`, `JSON.parse` and no validation. */
const server = new WebSocketServer({ port: 0, perMessageDeflate: false });
server.on("connection", (socket) => {
  socket.send(JSON.stringify({ type: "CONNECTED", panelId: "bench", state: {} }));
  socket.on("message", (data) => {
    const { type, requestId, args } = JSON.parse(data.toString());
    if (type !== "TRIGGER") return;
    const result = { status: "success", returnValue: args, stateMutations: [], events: [] };
    socket.send(JSON.stringify({ type: "RESULT", requestId, result }));
  });
});
await new Promise((resolve) => server.once("listening", resolve));

obey(server.address().port, (mutations) => {
  const frame = JSON.stringify({ type: "PATCH", mutations });
  for (const socket of server.clients) socket.send(frame);
});
