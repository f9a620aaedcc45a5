/** `@wirepact/runtime/socketio`: what Socket.IO's own adapters do for a server. Needs `socket.io`. */
export type { Broadcaster, BroadcastNotice } from "../server/broadcaster.ts";
export { socketioBroadcaster } from "./socketioBroadcaster.ts";
