import type { Duplex } from "node:stream";

/** What of a socket is needed to hold back its writes. */
type Corked = Pick<Duplex, "cork" | "uncork" | "writableLength">;

/** Bytes that may wait for the end of a turn; more leave at once. */
const MOST = 64 * 1024;

/**
 * Lets all that is written to a socket in one turn of the event loop leave in one system call, which costs more than the
 * frames do: answers to requests that came together, or broadcasts one after the other. `most` bounds what waits, so that a
 * reader is never taken for a slow one by what nobody has tried to send.
 */
export function createWriteTurns(socket: Corked, most: number): (write: () => void) => void {
  const bound = Math.min(MOST, most);
  let isOpen = false;
  const end = () => {
    if (!isOpen) return;
    isOpen = false;
    socket.uncork();
  };
  return (write) => {
    if (!isOpen) {
      isOpen = true;
      socket.cork();
      process.nextTick(end);
    }
    write();
    if (socket.writableLength > bound) end();
  };
}
