import type { EndpointDescriptor } from "../endpoint.ts";
import { preview } from "../error.ts";
import { givenNames } from "../misspelled.ts";

/**
 * The address of an attempt, without credentials: the contract's path where the URL given has none of its own. Parameters fill the
 * braces of either; those that could fill nothing are refused, or they would be thought to choose what is connected to.
 */
export function endpointUrl(
  given: string | URL,
  endpoint: EndpointDescriptor,
  parameters: Readonly<Record<string, string>> = {},
): URL {
  const url = absoluteUrl(given);
  // A fragment is no part of what is asked for, and WebSocket refuses it.
  url.hash = "";
  const { path } = endpoint;
  checkKnown(path, parameters);
  if (url.pathname === "/" || url.pathname === "") url.pathname = fillPath(path, parameters);
  else url.pathname = fillOwnPath(url.pathname, path, parameters);
  return url;
}

/** Refuses parameters that the contract's path does not have. */
function checkKnown(path: string, parameters: Readonly<Record<string, string>>): void {
  const unknown = givenNames(parameters).find((name) => !namesOf(path).includes(name));
  if (unknown !== undefined) throw new TypeError(`path ${path} has no parameter ${preview(unknown)}`);
}

/** Fills the contract's parameters in a path of the user's own, which a URL holds with its braces escaped. */
function fillOwnPath(own: string, path: string, parameters: Readonly<Record<string, string>>): string {
  const template = own.replace(/%7B(.*?)%7D/gi, (escaped, text: string) => {
    const name = decoded(text);
    return namesOf(path).includes(name) ? `{${name}}` : escaped;
  });
  const unused = givenNames(parameters).filter((name) => !namesOf(template).includes(name));
  // What says the same twice is no mistake.
  if (unused.length > 0 && !decoded(own).endsWith(decoded(fillPath(path, parameters)))) {
    throw new TypeError(
      `the address has the path ${own}, which has no {${unused[0]}} to fill with a parameter: give one of the two`,
    );
  }
  return fillPath(template, parameters);
}

function namesOf(template: string): string[] {
  return [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** An address as a URL of its own: in a page it may be relative to it; elsewhere there is no page. */
export function absoluteUrl(given: string | URL): URL {
  const { location } = globalThis as { readonly location?: { readonly href: string } };
  const url = new URL(given, location?.href);
  if (SCHEMES.has(url.protocol)) return url;
  // A host with its port reads as a scheme and a path.
  throw new TypeError(
    `the address ${preview(`${url.protocol}${url.pathname}`)} must begin with ws://, wss://, http:// or https://${meant(given)}`,
  );
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
