import { createServer } from "node:net";
import { onTestFinished } from "vitest";

/** A listener on this machine that counts who connects; it should be nobody. */
export async function listen(): Promise<{ readonly host: string; readonly seen: () => number }> {
  let seen = 0;
  const server = createServer((socket) => {
    seen++;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the listener has no port");
  return { host: `127.0.0.1:${address.port}`, seen: () => seen };
}
