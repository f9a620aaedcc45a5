#!/usr/bin/env node
// Rooms, and who is in them.
import { type ChatHandlers, serveChat } from "@wirepact/chat/server";
import { rooms } from "./rooms.ts"; // ours

export const handlers: ChatHandlers = {
  welcome: () => ({ rooms: rooms.names() }), // always the same
  say({ text }) { return { by: rooms.say(text) } },   // not   formatted
  shout() {},
  whipser(message) { /* a typo */ },
};

serveChat(handlers, { userId: "ada" }).listen(4000);
