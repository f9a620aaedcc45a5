import { pointerOf } from "@wirepact/runtime";
import { compact, type JsonObject } from "../../json.ts";
import type { ProtocolDefinition } from "../protocol.ts";
import type { ReplyPair } from "../reply.ts";
import { componentKey } from "./componentKey.ts";
import type { NamedMessage, NamedMessages } from "./namedMessages.ts";

/** Prints one operation for each message and direction; the document speaks as the server, which receives what clients send. */
export function printOperations(protocol: ProtocolDefinition, messages: NamedMessages): JsonObject {
  for (const { request } of protocol.replies ?? []) messages.nameOf(request, "replies");
  const entries = messages.all.flatMap((message) =>
    message.from.map((from) => {
      const action = from === "client" ? "receive" : "send";
      return [`${action}-${message.key}`, printOperation(protocol, messages, message, action)] as const;
    }),
  );
  return Object.fromEntries(entries);
}

function printOperation(
  protocol: ProtocolDefinition,
  messages: NamedMessages,
  message: NamedMessage,
  action: string,
): JsonObject {
  const channel = { $ref: `#${pointerOf(["channels", protocol.name])}` };
  const refer = (key: string) => ({ $ref: `#${pointerOf(["channels", protocol.name, "messages", key])}` });
  const pair = mergePairs(protocol.replies?.filter((reply) => reply.request === message.definition) ?? []);
  const answers = pair && messages.namesOf([...pair.replies, ...pair.errors], "replies").map((name) => refer(componentKey(name)));
  const errors = pair?.errors.length ? messages.namesOf(pair.errors, "replies") : undefined;
  const details = pair && compact({ errors, match: pair.match.length > 0 ? pair.match : undefined, id: pair.id });
  return compact({
    action,
    channel,
    messages: [refer(message.key)],
    reply: answers && { channel, messages: answers },
    "x-wirepact": details && Object.keys(details).length > 0 ? { reply: details } : undefined,
  });
}

/** Several pairs of one request say together what may answer it. */
function mergePairs(pairs: readonly ReplyPair[]): ReplyPair | undefined {
  const [first] = pairs;
  if (first === undefined) return undefined;
  const replies = pairs.flatMap((pair) => pair.replies);
  const errors = [...new Set(pairs.flatMap((pair) => pair.errors))];
  return { request: first.request, replies, errors, match: first.match, id: first.id };
}
