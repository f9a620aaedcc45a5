/** What generated servers over WebSocket listen with. Needs `ws`. */
export { openWebSocketServer } from "../websocketServer/openWebSocketServer.ts";
