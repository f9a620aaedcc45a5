import type { EndpointDescriptor } from "../endpoint.ts";
import { preview } from "../error.ts";

/** The address of an attempt, without credentials: the contract's path where the URL given has none of its own. */
export function endpointUrl(
  given: string | URL,
  endpoint: EndpointDescriptor,
  parameters: Readonly<Record<string, string>> = {},
): URL {
  const url = absoluteUrl(given);
  // A fragment is no part of what is asked for, and WebSocket refuses it.
  url.hash = "";
  if (url.pathname === "/" || url.pathname === "") url.pathname = fillPath(endpoint.path, parameters);
  return url;
}

/** An address as a URL of its own: in a page it may be relative to it; elsewhere there is no page. */
export function absoluteUrl(given: string | URL): URL {
  const { location } = globalThis as { readonly location?: { readonly href: string } };
  const url = new URL(given, location?.href);
  if (SCHEMES.has(url.protocol)) return url;
  // A host with its port reads as a scheme and a path.
  throw new TypeError(`the address ${preview(printUrl(url))} must begin with ws://, wss://, http:// or https://${meant(given)}`);
}

const SCHEMES: ReadonlySet<string> = new Set(["ws:", "wss:", "http:", "https:"]);

function meant(given: string | URL): string {
  const host = /^[a-z\d.-]+:\d{1,5}(?=[/?#]|$)/i.exec(String(given))?.[0];
  return host === undefined ? "" : `: write ws://${host}`;
}

/** How an address is told to people: without its query, which may hold secrets, and without a password. */
export function printUrl(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname}`;
}

function fillPath(path: string, parameters: Readonly<Record<string, string>>): string {
  return path.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (typeof value !== "string") throw new TypeError(`path ${path} needs the parameter ${JSON.stringify(name)}`);
    return encodeStep(name, value);
  });
}

/** URLs take dots for directions even where they are escaped, so that no escape makes a name of them. */
function encodeStep(name: string, value: string): string {
  if (value === "" || value === "." || value === "..") {
    throw new TypeError(`parameter ${JSON.stringify(name)} of the path must not be ${JSON.stringify(value)}`);
  }
  return encodeURIComponent(value);
}
