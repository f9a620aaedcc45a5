import type { TProperties } from "typebox";
import type { Credential } from "./credential.ts";

/** Why an upgrade is refused: an HTTP status before the socket opens, or a close code right after. */
export interface Refusal {
  /** HTTP status of the answer to the upgrade, in the order in which the checks are made. */
  readonly status?: number;
  /** WebSocket close code, where the protocol opens the socket first. */
  readonly close?: number;
  readonly when: string;
}

/** A close code that the protocol gives a meaning. */
export interface CloseCode {
  readonly code: number;
  readonly from: "client" | "server";
  readonly when: string;
}

/** Where and how a client connects. */
export interface EndpointOptions {
  /** Host as the document names it; `localhost` where it names none. */
  readonly host?: string;
  /** Port as the document names it; without one it is a setting of the deployment. */
  readonly port?: number;
  /** TLS is part of the documented address (`wss`). */
  readonly secure?: boolean;
  /** What each `{name}` of the path stands for. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Query parameters, as TypeBox schemas of strings. */
  readonly query?: TProperties;
  readonly refusals?: readonly Refusal[];
  readonly closes?: readonly CloseCode[];
  /** Alternatives: one of them is enough. */
  readonly credentials?: Readonly<Record<string, Credential>>;
  /** What the deployment decides because the protocol does not. */
  readonly settings?: readonly string[];
}

/** An endpoint of a protocol. */
export interface Endpoint extends EndpointOptions {
  readonly transport: "websocket" | "socketio";
  readonly path: string;
}

/** A plain WebSocket endpoint, its path with parameters in braces. */
export function websocket(path: string, options: EndpointOptions = {}): Endpoint {
  return { ...options, transport: "websocket", path };
}

/** A Socket.IO endpoint (Engine.IO path `/socket.io/`, namespace as given). */
export function socketio(options: EndpointOptions & { readonly namespace?: string } = {}): Endpoint {
  const { namespace = "/", ...rest } = options;
  return { ...rest, transport: "socketio", path: namespace };
}
