import type { HeartbeatDescriptor } from "@wirepact/runtime";
import type { Root } from "./root.ts";

/** Reads the heartbeat. */
export function readHeartbeat({ heartbeat }: Root): HeartbeatDescriptor | null {
  if (heartbeat === undefined) return null;
  const { ping, pong, from, time } = heartbeat;
  return { ping, pong, from, ...(time === undefined ? {} : { time }) };
}
