import { isObject } from "../json.ts";
import type { Contract, Message } from "../model/contract.ts";
import { payloadOf } from "../model/readMessage.ts";
import { type Placed, valueAt } from "../reference.ts";

/** The schema of what a message carries, and its pointer; undefined where it carries nothing. */
export function payloadPlace({ document }: Contract, { pointer }: Message): Placed | undefined {
  const message = valueAt(document, pointer);
  if (!isObject(message)) return undefined;
  const { payload, payloadPointer } = payloadOf({ value: message, pointer });
  return payload === undefined ? undefined : { value: payload, pointer: payloadPointer };
}
