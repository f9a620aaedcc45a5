import { createServer } from "node:http";
import { Server } from "socket.io";
import { obey } from "./obey.js";

/** By hand: Socket.IO and no validation. */
const http = createServer();
const io = new Server(http);
const metadata = { tool_name: "bench", synthesized: false, tool_result: "" };
io.on("connection", (socket) => {
  socket.emit("connected", { data: "Connected" });
  socket.on("query", ({ prompt, session_id }) => {
    socket.emit("query_complete", { success: true, response: prompt, metadata, session_id });
  });
});
await new Promise((resolve) => http.listen(0, resolve));

obey(http.address().port, () => io.emit("tool_count", { count: 1 }));
