import type { JsonObject } from "../../../generator/json.ts";
import { Draft, messageOf, reference } from "./draft.ts";

/** Documents in which a name that Wirepact makes up meets one that the author chose. */
export const meetings: Readonly<Record<string, JsonObject>> = {
  "a schema that gives way to a message, and a schema of the name it gets instead": documentOf({
    messages: ["job"],
    schemas: ["job", "jobSchema"],
  }),
  "the body of a message and another message": documentOf({ messages: ["jobData"], withBody: ["job"] }),
  "the body of a message and a schema": documentOf({ schemas: ["jobData"], withBody: ["job"] }),
  "the bodies of two messages": documentOf({ withBody: ["job", "JOB"] }),
  "messages named like the two unions": documentOf({ messages: ["client message", "server_message_name"] }),
  "a message named like a guard": documentOf({ messages: ["is job", "job"] }),
  "letters that fold to others": documentOf({
    messages: ["straße", "STRASSE", "ſtrasse", "İ", "i", "ı", "\u212Aelvin", "kelvin"],
  }),
  "one letter in two normal forms": documentOf({ messages: ["caf\u00E9", "cafe\u0301"] }),
  "messages named like what the stubs are made of": stubs(
    "user session server sessionBase serverBase url outgoing received clientBase messageStream pick partial sampleClient serveSample SampleHandlers".split(
      " ",
    ),
  ),
  "messages named like members and words of the language": stubs(
    "new delete close on then state opening constructor toString __proto__ get set static readonly in of await yield".split(" "),
  ),
};

/** Each message asks, is asked, and starts a stream; an HTTP call has the name of one of them. */
function stubs(names: readonly string[]): JsonObject {
  const draft = new Draft();
  for (const name of names) draft.messages.set(name, messageOf(name, { text: { type: "string" } }));
  const [first = "", ...others] = names;
  draft.operationReply = { messages: names.map((name) => reference("channels", draft.channelName, "messages", name)) };
  draft.extension.set("streams", [{ start: first, items: others, ends: [{ message: first }] }]);
  draft.extension.set("errors", { message: first, text: "/text" });
  const response = { type: "object", required: ["id"], properties: { id: { type: "string" } } };
  const http = others.map((name) => [name, { method: "POST", path: "/x", status: 200, description: "Does it.", response }]);
  draft.extension.set("http", Object.fromEntries(http));
  draft.extension.set("opening", "base");
  return draft.document();
}

function documentOf(names: {
  readonly messages?: readonly string[];
  readonly schemas?: readonly string[];
  readonly withBody?: readonly string[];
}): JsonObject {
  const draft = new Draft();
  const data = { type: "object", properties: { text: { type: "string" } } };
  for (const name of names.messages ?? []) draft.messages.set(name, messageOf(name));
  for (const name of names.withBody ?? [])
    draft.messages.set(name, { ...messageOf(`${name} with a body`, { data }), "x-wirepact": { body: "/data" } });
  for (const name of names.schemas ?? []) {
    draft.schemas.set(name, { type: "string" });
    draft.properties.set(name, reference("components", "schemas", name));
  }
  return draft.document();
}
