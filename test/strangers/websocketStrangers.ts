import { pythonIsMissing, startPython } from "./python.ts";
import type { Step } from "./script.ts";
import { playWebSocketClient, startWebSocketServer } from "./websocketPeers.ts";

/** A server that is not ours, while it plays. */
export interface StrangeServer {
  readonly port: number;
  /** What it got from one client, in full. */
  readonly got: Promise<Step[]>;
  readonly stop: () => unknown;
}

/** A library that knows nothing of Wirepact and plays either half of a script. */
export interface Stranger {
  readonly library: string;
  /** Why it cannot play here, or null where it can. */
  readonly missing: string | null;
  /** Plays the client; resolves with what it got. */
  readonly call: (url: string, steps: readonly Step[]) => Promise<Step[]>;
  /** Plays the server. */
  readonly serve: (steps: readonly Step[]) => Promise<StrangeServer>;
}

const ws: Stranger = { library: "ws", missing: null, call: playWebSocketClient, serve: startWebSocketServer };

const python: Stranger = {
  library: "Python's websockets and msgpack",
  missing: pythonIsMissing(),
  // The script tells nothing but steps.
  call: (url, steps) => startPython("websocket_client.py", { url, steps }).rest() as Promise<Step[]>,
  serve: async (steps) => {
    const peer = startPython("websocket_server.py", { steps });
    const { port } = (await peer.next()) as { port: number };
    return { port, got: peer.rest() as Promise<Step[]>, stop: peer.stop };
  },
};

/** Those who speak plain WebSocket. */
export const STRANGERS: readonly Stranger[] = [ws, python];
