import { openSocketioServer } from "../../runtime/src/codegen-v1/socketio-server.ts";
import type { ProtocolDescriptor } from "../../runtime/src/protocol.ts";
import { DEFAULT_LIMITS, type Limits } from "../../runtime/src/server/limits.ts";
import type { Admission, Door, HttpRoute, Listener } from "../../runtime/src/server/listener.ts";
import type { Peer, UpgradeRequest } from "../../runtime/src/server/peer.ts";
import type { IncomingFrame } from "../../runtime/src/wire.ts";
import { Mailbox } from "./mailbox.ts";

/** A contract of which a listener reads no more than its endpoint. */
export const contract: ProtocolDescriptor = {
  protocol: "agent",
  version: "1.0.0",
  transport: "socketio",
  discriminators: { client: ["/event"], server: ["/event"] },
  messages: [],
  endpoint: { path: "/", port: null, query: [], refusals: [], credentials: [] },
  encodings: { text: "json", binary: null, initial: "json" },
};

/** The answer to `POST /api/session`. */
export const session: HttpRoute = {
  call: { name: "createSession", method: "POST", path: "/api/session", status: 200 },
  answer: () => Promise.resolve({ session_id: "s-1" }),
};

/** A peer that a listener made, and what it told of it. */
export interface Accepted {
  readonly peer: Peer;
  readonly user: unknown;
  readonly frames: Mailbox<IncomingFrame>;
  readonly ends: Mailbox<{ readonly code: number; readonly reason: string }>;
  alive: number;
}

/** A server core that only writes down. */
export class RecordingDoor implements Door {
  readonly contract = contract;
  readonly limits: Limits;
  readonly origins?: readonly string[];
  readonly http: readonly HttpRoute[];
  readonly asked: UpgradeRequest[] = [];
  readonly peers = new Mailbox<Accepted>();
  readonly reports: unknown[] = [];
  /** Decides on requests; lets all in by default. */
  decide: (request: UpgradeRequest) => Admission | Promise<Admission> = () => ({ kind: "accepted", user: "ada" });
  /** Called for each frame, as the core would be. */
  hear: (accepted: Accepted, frame: IncomingFrame) => void = ({ frames }, frame) => frames.put(frame);

  constructor(limits: Partial<Limits> = {}, parts: { origins?: readonly string[]; http?: readonly HttpRoute[] } = {}) {
    this.limits = { ...DEFAULT_LIMITS, ...limits };
    if (parts.origins !== undefined) this.origins = parts.origins;
    this.http = parts.http ?? [session];
  }

  readonly admit = async (request: UpgradeRequest): Promise<Admission> => {
    this.asked.push(request);
    return this.decide(request);
  };

  readonly accept = (peer: Peer, user: unknown) => {
    const accepted: Accepted = { peer, user, frames: new Mailbox(), ends: new Mailbox(), alive: 0 };
    this.peers.put(accepted);
    return {
      onFrame: (frame: IncomingFrame) => this.hear(accepted, frame),
      onAlive: () => {
        accepted.alive += 1;
      },
      onClose: accepted.ends.put,
    };
  };

  readonly report = (error: unknown): void => void this.reports.push(error);
}

/** A listener that listens, and where. */
export interface Listening {
  readonly door: RecordingDoor;
  readonly listener: Listener;
  readonly url: string;
  readonly port: number;
}

/** Starts a listener of its own on some port. */
export async function listenTo(door: RecordingDoor): Promise<Listening> {
  const listener = openSocketioServer(door);
  await listener.listen(0, "127.0.0.1");
  const port = listener.address()?.port ?? 0;
  return { door, listener, port, url: `http://127.0.0.1:${port}` };
}
