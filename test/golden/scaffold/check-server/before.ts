import { serveChat } from "@wirepact/chat/server";

serveChat({
  welcome: () => ({ rooms: [] }),
  shout() {},
});
