/** The address as WebSocket wants it: people copy it from where it begins with http. */
export function socketUrl(url: URL): URL {
  const copy = new URL(url);
  if (copy.protocol === "http:") copy.protocol = "ws:";
  if (copy.protocol === "https:") copy.protocol = "wss:";
  return copy;
}
