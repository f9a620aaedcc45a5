export { openWebSocket } from "../websocketClient/node.ts";
