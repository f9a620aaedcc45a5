import { base } from "./base.js";
import { serveChat } from "@wirepact/chat/server";

serveChat({
  ...base,
  welcome: () => ({ rooms: [] }),
});
