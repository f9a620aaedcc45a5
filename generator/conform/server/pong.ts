import { readPointer } from "@wirepact/runtime";
import { setAt } from "../../fixtures/setAt.ts";
import type { Json } from "../../json.ts";
import type { Contract } from "../../model/contract.ts";
import { exampleOf } from "../wire/exampleOf.ts";

/** The client's answer to a ping of the server; undefined where the message is none. */
export function pongTo(contract: Contract, message: string): Json | undefined {
  const { heartbeat } = contract.session;
  if (heartbeat?.ping !== message || !heartbeat.from.includes("server")) return undefined;
  const pong = exampleOf(contract, heartbeat.pong, "minimal");
  if (pong === undefined || heartbeat.time === undefined || !readPointer(pong, heartbeat.time).found) return pong;
  return setAt(pong, heartbeat.time, Date.now() / 1000);
}
