import { serveChat } from "@wirepact/chat/server";

serveChat({
  welcome() { return { rooms: [] } },
  say( { ,
});
