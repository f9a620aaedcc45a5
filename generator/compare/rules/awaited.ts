import type { Contract } from "../../model/contract.ts";

/** Whether clients with a contract wait for a message of the server: what they pass over then is missing. */
export function isAwaited({ replies, session }: Contract, name: string): boolean {
  const { opening, streams, errors, heartbeat } = session;
  const answers = replies.flatMap((reply) => [...reply.replies, ...reply.errors]);
  const parts = streams.flatMap(({ items, ends }) => [...items, ...ends.map(({ message }) => message)]);
  return [opening, errors?.message, heartbeat?.ping, heartbeat?.pong, ...answers, ...parts].includes(name);
}
