import { DEFAULT_LIMITS, type Limits } from "@wirepact/runtime";

type Unit = "bytes" | "ms" | "";

/** What each limit bounds, in which unit, and what becomes of who goes beyond it. */
const LIMITS: Readonly<Record<keyof Limits, readonly [what: string, unit: Unit, beyond: string]>> = {
  payload: ["largest message", "bytes", "close 1009, before it is buffered"],
  fragments: ["fragments of one message", "", "close 1008"],
  nesting: ["how deep a message is nested", "", "error reply"],
  rate: ["messages a second, on average", "", "error reply; close 1008 where more are over it than within"],
  burst: ["messages at once", "", "as `rate`"],
  pending: ["requests and streams not answered yet", "", "error reply; close 1008 at twice as many"],
  subscriptions: ["topics that one connection hears", "", "error reply"],
  topic: ["characters of a topic's name", "", "error reply"],
  resources: ["resources that one connection uses", "", "error reply"],
  inbound: ["what came and waits for the opening message or a proof", "bytes", "close 1008"],
  outbound: ["what waits for a slow reader", "bytes", "close 1013"],
  handshake: ["time for the checks of a request, and again for the opening message", "ms", "refused; closed"],
  unproven: ["time for the first proven frame, where frames carry proofs", "ms", "close 1008"],
  idle: ["silence after which the transport pings", "ms", "a ping"],
  alive: ["time for a sign of life after that ping", "ms", "the connection is ended"],
  connections: ["connections of the server", "", "HTTP 503"],
  headers: ["headers of the request", "", "HTTP 431"],
  closing: ["time for the other side to answer a close", "ms", "the connection is ended"],
  shutdown: ["time for what is in flight when the server closes", "ms", "it is given up"],
};

/** A row for each limit of a server: its name, what it bounds, its default with the unit, and what is beyond. */
export function limitRows(): Readonly<Record<"limit" | "what" | "initial" | "beyond", string>>[] {
  return Object.entries(LIMITS).map(([limit, [what, unit, beyond]]) => ({
    limit: `\`${limit}\``,
    what,
    initial: printed(DEFAULT_LIMITS[limit as keyof Limits], unit), // as: Object.entries forgets the names of its keys
    beyond,
  }));
}

function printed(value: number, unit: Unit): string {
  const mebibytes = value / 1024 / 1024;
  if (unit === "bytes" && Number.isInteger(mebibytes)) return `${mebibytes} MiB`;
  return `${value.toLocaleString("en-US")} ${unit}`.trimEnd();
}
