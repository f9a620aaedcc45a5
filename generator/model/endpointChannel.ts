import { getObject, getString, type Json, type JsonObject } from "../json.ts";

/** The channel that says where a client connects: the first that has an address, of which all others have the same or none. */
export function endpointChannel(document: JsonObject): readonly [string, Json] | undefined {
  const channels = Object.entries(getObject(document, "channels"));
  return channels.find(([, channel]) => getString(channel, "address") !== undefined) ?? channels[0];
}
