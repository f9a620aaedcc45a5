import { escapeStep } from "@wirepact/runtime";
import { get, getList, getObject, getString, type Json, type JsonObject } from "../json.ts";
import { follow, type Placed } from "../reference.ts";
import { endpointChannel } from "./endpointChannel.ts";

/** A server of the document, its references followed. */
export interface Server extends Placed {
  readonly name: string;
}

/** The servers at which the endpoint's channel is: those that it names, or else all. The first is the one that packages read. */
export function serversOf(document: JsonObject): Server[] {
  const channel = follow(document, endpointChannel(document)?.[1] ?? {}, "")?.value;
  const named = getList(channel, "servers").flatMap((reference) => {
    const found = follow(document, reference, "");
    return found === undefined ? [] : [{ ...found, name: found.pointer.split("/").at(-1) ?? "" }];
  });
  if (named.length > 0) return named;
  return Object.entries(getObject(document, "servers")).flatMap(([name, value]) => {
    const found = follow(document, value, `/servers/${escapeStep(name)}`);
    return found === undefined ? [] : [{ ...found, name }];
  });
}

/** The host or the path of a server, with its variables' defaults; a variable without one stays in its braces. */
export function written(document: JsonObject, server: Json | undefined, key: "host" | "pathname"): string | undefined {
  return getString(server, key)?.replace(/\{([^{}]*)\}/g, (braces, name: string) => {
    const variable = follow(document, get(getObject(server, "variables"), name) ?? {}, "")?.value;
    return getString(variable, "default") ?? braces;
  });
}
