import type { HttpServer } from "../server/listener.ts";

/** Whether a listener of ours takes a path. */
type Takes = (path: string) => boolean;

/** Our listeners at each HTTP server that somebody else has made. */
const attached = new WeakMap<HttpServer, Set<Takes>>();

/** Notes that a listener shares a server. Returns how to forget it. */
export function share(server: HttpServer, takes: Takes): () => void {
  const all = attached.get(server) ?? new Set();
  attached.set(server, all.add(takes));
  return () => all.delete(takes);
}

/**
 * Whether a request for a path that a listener does not take is its to refuse: nobody else listens but others of ours, none of
 * them takes it, and this one is the first of them.
 */
export function mustRefuse(server: HttpServer, takes: Takes, path: string): boolean {
  const ours = [...(attached.get(server) ?? [])];
  if (server.listeners("upgrade").length > ours.length) return false;
  return ours[0] === takes && !ours.some((other) => other(path));
}
