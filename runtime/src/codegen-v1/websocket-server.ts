/** What the server of a generated package over WebSocket imports. */
export type { Broadcaster, BroadcastNotice } from "../server/broadcaster.ts";
export { createRefusal } from "../server/createRefusal.ts";
export { createServe } from "../server/createServe.ts";
export type { Limits } from "../server/limits.ts";
export type { ServerOptions } from "../server/options.ts";
export type { UpgradeRequest } from "../server/peer.ts";
export type { ResourceOptions } from "../server/resources.ts";
export type { BroadcastWhere, CloseOptions, Server } from "../server/server.ts";
export type { AskOptions, Session, SessionEnd } from "../server/session.ts";
export { openWebSocketServer } from "../websocketServer/openWebSocketServer.ts";
