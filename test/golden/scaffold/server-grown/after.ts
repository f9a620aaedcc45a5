#!/usr/bin/env node
// Rooms, and who is in them.
import { type ChatHandlers, serveChat } from "@wirepact/chat/server";
import { rooms } from "./rooms.ts"; // ours
import { WirepactError } from "@wirepact/chat/server";

export const handlers: ChatHandlers = {
  welcome: () => ({ rooms: rooms.names() }), // always the same
  say({ text }) { return { by: rooms.say(text) } },   // not   formatted
  shout() {},
  whipser(message) { /* a typo */ },
  /** Says something to one of them. *​/ Not answered. */
  whisper(_message, _session) {
    throw new WirepactError("rejected", "whisper is not implemented");
  },
  /** Builds a room. */
  constructorMessage(_message, _session) {
    throw new WirepactError("rejected", "constructorMessage is not implemented");
  },
  /** Names a room's kind. */
  proto(_message, _session) {
    throw new WirepactError("rejected", "proto is not implemented");
  },
};

serveChat(handlers, { userId: "ada" }).listen(4000);
