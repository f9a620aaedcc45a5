import { pointerOf } from "@wirepact/runtime";
import { compact, type Json, type JsonObject } from "../../json.ts";
import type { Endpoint } from "../endpoint.ts";
import { componentKey } from "./componentKey.ts";
import type { HoistedSchemas } from "./hoistedSchemas.ts";
import type { NamedMessages } from "./namedMessages.ts";
import { plainJson } from "./plainJson.ts";

/** Prints an endpoint as an AsyncAPI Server Object. */
export function printServer(endpoint: Endpoint): JsonObject {
  const { host = "localhost", port, secure, credentials } = endpoint;
  const security = Object.keys(credentials ?? {}).map((name) => ({
    $ref: `#${pointerOf(["components", "securitySchemes", componentKey(name)])}`,
  }));
  return compact({
    host: port === undefined ? host : `${host}:${port}`,
    protocol: endpoint.transport === "socketio" ? "socketio" : secure ? "wss" : "ws",
    security: security.length > 0 ? security : undefined,
  });
}

/** Prints an endpoint as the AsyncAPI Channel Object that carries all of its messages. */
export function printChannel(endpoint: Endpoint, messages: NamedMessages, schemas: HoistedSchemas): JsonObject {
  const { refusals, closes, settings, parameters } = endpoint;
  const extension = compact({ refusals: plain(refusals), closes: plain(closes), settings });
  return compact({
    address: endpoint.path,
    parameters:
      parameters && Object.fromEntries(Object.entries(parameters).map(([name, description]) => [name, { description }])),
    bindings: printBindings(endpoint, schemas),
    messages: Object.fromEntries(
      messages.all.map(({ key }) => [key, { $ref: `#${pointerOf(["components", "messages", key])}` }]),
    ),
    "x-wirepact": Object.keys(extension).length > 0 ? extension : undefined,
  });
}

/** Prints the credentials as AsyncAPI Security Scheme Objects. */
export function printSecuritySchemes({ credentials }: Endpoint): JsonObject | undefined {
  if (credentials === undefined) return undefined;
  return Object.fromEntries(
    Object.entries(credentials).map(([name, { scheme, details }]) => [componentKey(name), { ...scheme, "x-wirepact": details }]),
  );
}

function printBindings({ query }: Endpoint, schemas: HoistedSchemas): JsonObject | undefined {
  if (query === undefined) return undefined;
  const required = Object.entries(query).flatMap(([name, schema]) => ("~optional" in schema ? [] : [name]));
  const schema = { type: "object", ...(required.length > 0 ? { required } : {}), properties: query };
  return { ws: { query: schemas.toJson(schema, "/channels"), bindingVersion: "0.1.0" } };
}

function plain(facts: readonly object[] | undefined): Json | undefined {
  return facts && plainJson(facts, "/channels");
}
