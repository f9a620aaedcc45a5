import { get } from "../../json.ts";
import type { Contract, Message } from "../../model/contract.ts";
import { valueAt } from "../../reference.ts";

/** Where a message's payload stands; in the wrapper of another schema format, inside that. */
export function payloadAt({ document }: Contract, pointer: string): string {
  const payload = get(valueAt(document, pointer), "payload");
  return typeof get(payload, "schemaFormat") === "string" ? `${pointer}/payload/schema` : `${pointer}/payload`;
}

/** Frames of Socket.IO are made of a message: what is written is the payload, and the name. */
export function writtenAt(contract: Contract, message: Message, pointer: string): string {
  const frame = payloadAt(contract, message.pointer);
  if (contract.transport !== "socketio" || !`${pointer}/`.startsWith(`${frame}/`)) return pointer;
  const data = `${frame}/properties/data`;
  return pointer.startsWith(data) ? `${frame}${pointer.slice(data.length)}` : message.pointer;
}
