import { base } from "./base.js";
import { serveChat } from "@wirepact/chat/server";

serveChat({ __proto__: base, welcome: () => ({ rooms: [] }) });
