#!/usr/bin/env node
// Rooms, and who is in them.
import { type ChatHandlers, serveChat } from "@wirepact/chat/server";
import { rooms } from "./rooms.ts"; // ours
import { WirepactError } from "@wirepact/runtime";

export const handlers: ChatHandlers = {
  welcome: () => ({ rooms: rooms.names() }), // always the same
  say({ text }) { return { by: rooms.say(text) } },   // not   formatted
  shout() {},
  whipser(message) { /* a typo */ },
  /** Says something to one of them. *​/ Not answered. */
  whisper(message, session) {
    throw new WirepactError("rejected", "whisper is not implemented");
  },
  /** Builds a room. */
  constructorMessage(message, session) {
    throw new WirepactError("rejected", "constructorMessage is not implemented");
  },
  /** Names a room's kind. */
  proto(message, session) {
    throw new WirepactError("rejected", "proto is not implemented");
  },
};

serveChat(handlers, { userId: "ada" }).listen(4000);
