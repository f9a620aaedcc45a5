import { serveChat } from "@wirepact/chat/server";

serveChat({ welcome: () => ({ rooms: [] }) }).listen(4000);
serveChat({ welcome: () => ({ rooms: ["attic"] }) }).listen(4001);
