import { onTestFinished } from "vitest";
import { Stranger } from "../../server/support/listening.ts";

/** What any server can do. */
interface Serving {
  readonly listen: (port: number, host: string) => Promise<{ readonly port: number | undefined }>;
  readonly close: (options: { readonly deadline: number }) => Promise<void>;
}

/** Has a server listen on some port until the test is over; gives `127.0.0.1:PORT`. */
export async function serving(server: Serving): Promise<string> {
  const { port } = await server.listen(0, "127.0.0.1");
  onTestFinished(() => server.close({ deadline: 0 }));
  return `127.0.0.1:${port}`;
}

/** Sends a frame from a plain socket, and waits for what comes next. */
export function asks(stranger: Stranger, frame: unknown): Promise<unknown> {
  stranger.send(frame);
  return stranger.next();
}

/** A plain socket that is connected and past so many frames of greeting. */
export async function dialled(url: string, greetings = 0, headers: Readonly<Record<string, string>> = {}): Promise<Stranger> {
  const stranger = new Stranger(url, { headers });
  if (stranger.socket.readyState !== stranger.socket.OPEN) {
    await new Promise((resolve, reject) => stranger.socket.once("open", resolve).once("close", reject));
  }
  for (let n = 0; n < greetings; n++) await stranger.next();
  return stranger;
}
