import type { HttpServer } from "./listener.ts";

/** A listener of ours at an HTTP server that somebody else has made. */
export interface Sharer {
  /** Templates of the paths that are its own, such as `/panels/{id}/ws`. */
  readonly paths: readonly string[];
  /** Whether a path is one of them. */
  readonly takes: (path: string) => boolean;
}

/** Our listeners at each HTTP server, whatever they speak. */
const attached = new WeakMap<HttpServer, Set<Sharer>>();

/** Notes that a listener shares a server. Returns how to forget it. Throws where another one has its path: both would answer. */
export function share(server: HttpServer, sharer: Sharer): () => void {
  const all = attached.get(server) ?? new Set();
  const path = sharer.paths.find((own) => [...all].some(({ paths }) => paths.some((other) => overlap(own, other))));
  if (path !== undefined) throw new TypeError(`${path} is taken: a server of that path is attached to this HTTP server already`);
  attached.set(server, all.add(sharer));
  return () => all.delete(sharer);
}

/**
 * Whether a request for a path that a listener does not take is its to refuse: nobody else listens but others of ours, none of
 * them takes it, and this one is the first of them.
 */
export function mustRefuse(server: HttpServer, sharer: Sharer, path: string): boolean {
  const ours = [...(attached.get(server) ?? [])];
  if (server.listeners("upgrade").length > ours.length) return false;
  return ours[0] === sharer && !ours.some(({ takes }) => takes(path));
}

/** Whether some path is meant by both templates. */
function overlap(one: string, other: string): boolean {
  const [left, right] = [one.split("/"), other.split("/")];
  return left.length === right.length && left.every((segment, index) => meet(segment, right[index] ?? ""));
}

/** A parameter may be anything but empty. */
function meet(one: string, other: string): boolean {
  return one === other || (one !== "" && other !== "" && (isParameter(one) || isParameter(other)));
}

function isParameter(segment: string): boolean {
  return /^\{.+\}$/.test(segment);
}
