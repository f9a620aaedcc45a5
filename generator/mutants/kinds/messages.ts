import { pointerOf } from "@wirepact/runtime";
import { getObject, type Json, type JsonObject } from "../../json.ts";
import type { Contract, Message } from "../../model/contract.ts";
import { follow } from "../../model/references.ts";
import { put } from "../edit.ts";
import { withNames, withReplyNames } from "../messageNames.ts";
import type { Change } from "../mutant.ts";
import { withoutOperationsOf, withSender } from "../operations.ts";

/** A message is not there. */
export function dropMessage({ document, messages }: Contract): Change[] {
  if (messages.length < 2) return [];
  return messages.map(({ name, pointer }) => {
    const named = spokenOf(document, (other) => (other === name ? undefined : other));
    return { pointer, text: `there is no ${name}`, document: unlisted(withoutOperationsOf(named, pointer), pointer) };
  });
}

/** An event has another name. On other transports names do not travel. */
export function renameMessage({ document, messages, transport }: Contract): Change[] {
  if (transport !== "socketio") return [];
  return messages.map(({ name, pointer }) => {
    const other = `${name}-renamed`;
    const renamed = spokenOf(document, (one) => (one === name ? other : one));
    return { pointer: `${pointer}/name`, text: `${name} is called ${other}`, document: put(renamed, `${pointer}/name`, other) };
  });
}

/** Who sends a message: the other side instead, the other side, too, or one of two no longer. */
export function changeDirection({ document, messages }: Contract): Change[] {
  return messages.flatMap((message) => {
    const { from, pointer, name } = message;
    const [side = "client"] = from;
    const other = side === "client" ? "server" : "client";
    if (from.length > 1)
      return (["client", "server"] as const).map((one) =>
        directed(message, `not-${one}`, `${name} is not sent by the ${one}`, withoutOperationsOf(document, pointer, one)),
      );
    return [
      directed(
        message,
        other,
        `${name} is sent by the ${other}`,
        withSender(withoutOperationsOf(document, pointer), pointer, other),
      ),
      directed(message, "both", `${name} is sent by the ${other}, too`, withSender(document, pointer, other)),
    ];
  });
}

function directed({ pointer }: Message, what: string, text: string, document: JsonObject): Change {
  return { pointer, what, text, document };
}

/** Whether data may be missing; whether the transport raises a message; whether it is told by its shape. */
export function changeMessage({ document, messages, transport }: Contract): Change[] {
  return messages.flatMap(({ name, pointer, match, dataOptional }) => {
    const flag = (key: string, isSet: boolean, text: string): Change => {
      const place = `${pointer}/x-wirepact/${key}`;
      return { pointer: place, text: `${name} ${text}`, document: put(document, place, isSet) };
    };
    const isLifecycle = match.kind === "lifecycle";
    return transport === "socketio"
      ? [
          flag("dataOptional", !dataOptional, dataOptional ? "must have data" : "may come without data"),
          ...(isLifecycle
            ? [{ ...flag("lifecycle", false, "travels as an event"), document: put(document, `${pointer}/x-wirepact`, {}) }]
            : [flag("lifecycle", true, "is raised by the transport")]),
        ]
      : match.kind === "shape"
        ? []
        : [flag("shape", true, "is told by its shape")];
  });
}

/** A document that speaks of messages by other names. */
function spokenOf(document: JsonObject, rename: (name: string) => string | undefined): JsonObject {
  const operations = Object.entries(getObject(document, "operations")).map(
    ([key, one]) => [key, withReplyNames(one, rename)] as const,
  );
  return {
    ...document,
    operations: Object.fromEntries(operations),
    "x-wirepact": withNames(getObject(document, "x-wirepact"), rename),
  };
}

/** A document whose channels do not list a message. */
function unlisted(document: JsonObject, pointer: string): JsonObject {
  const channels = Object.entries(getObject(document, "channels")).map(([channel, value]): [string, Json] => {
    const place = (key: string) => pointerOf(["channels", channel, "messages", key]);
    const kept = Object.entries(getObject(value, "messages")).filter(
      ([key, reference]) => follow(document, reference, place(key))?.pointer !== pointer,
    );
    return [channel, { ...getObject({ value }, "value"), messages: Object.fromEntries(kept) }];
  });
  return { ...document, channels: Object.fromEntries(channels) };
}
