import type { ClientDefinition } from "../../../runtime/src/client/definition.ts";
import type { OpenTransport } from "../../../runtime/src/client/transport.ts";
import type { MessageDescriptor } from "../../../runtime/src/contract.ts";
import { decodeMsgpack, msgpack } from "../../../runtime/src/msgpack.ts";
import { ROOT } from "../../support/protocols.ts";

/** What `client.js` of a shipped package hands to the runtime, over another transport. */
export async function definitionOf(protocol: string, open: OpenTransport): Promise<ClientDefinition> {
  const { contract, parseServerMessage, parseClientMessage, checkClientMessage } = await import(
    `${ROOT}generated/${protocol}/index.js`
  );
  const own: readonly MessageDescriptor[] = contract.messages.filter(({ from }: MessageDescriptor) => from.includes("client"));
  const methods = Object.fromEntries(own.map(({ name }) => [methodOf(name), name]));
  const check = checkClientMessage ?? parseClientMessage;
  const definition = { contract, parse: parseServerMessage, check, open, methods };
  return contract.encodings.binary === "msgpack" ? { ...definition, codec: msgpack } : definition;
}

/** Reads a MessagePack frame that a client sent. */
export function unpack(frame: unknown): unknown {
  const decoded = decodeMsgpack(frame as Uint8Array);
  return "frame" in decoded ? decoded.frame : decoded;
}

function methodOf(name: string): string {
  return name.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}
