import { serveChat } from "@wirepact/chat/server";
import { handlers } from "./handlers.ts";

serveChat(handlers).listen(4000);
