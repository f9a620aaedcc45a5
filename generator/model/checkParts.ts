import { escapeStep, similar } from "@wirepact/runtime";
import { type Findings, quote } from "../diagnostics.ts";
import { getObject, isObject, type Json, type JsonObject } from "../json.ts";

/** What each object of an AsyncAPI document has: https://www.asyncapi.com/docs/reference/specification/v3.1.0 */
const PARTS = {
  document: words("asyncapi id info servers defaultContentType channels operations components"),
  channel: words("$ref address messages title summary description servers parameters tags externalDocs bindings"),
  operation: words("$ref action channel title summary description security tags externalDocs bindings traits messages reply"),
  message: words(
    "$ref headers payload correlationId contentType name title summary description tags externalDocs bindings examples traits",
  ),
  components: words(
    "schemas servers channels operations messages securitySchemes serverVariables parameters correlationIds replies replyAddresses externalDocs tags operationTraits messageTraits serverBindings channelBindings operationBindings messageBindings",
  ),
};

const NAMES: Readonly<Record<keyof typeof PARTS, string>> = {
  document: "an AsyncAPI document",
  channel: "a channel",
  operation: "an operation",
  message: "a message",
  components: "components",
};

/** Parts that a contract is read from. */
const BEARING: ReadonlySet<string> = new Set(words("channels operations components messages schemas action channel payload"));

/**
 * Names misspelled parts that a contract is read from. The parser names all, but it is asked later: until then what these
 * hold would be missing, and everything would be said about that.
 */
export function checkParts(document: JsonObject, findings: Findings): void {
  check("document", document, "", findings);
  const components = getObject(document, "components");
  check("components", components, "/components", findings);
  for (const [place, holder] of [["", document] as const, ["/components", components] as const]) {
    checkEach("operation", getObject(holder, "operations"), `${place}/operations`, findings);
    checkEach("message", getObject(holder, "messages"), `${place}/messages`, findings);
    checkEach("channel", getObject(holder, "channels"), `${place}/channels`, findings);
    for (const [key, channel] of Object.entries(getObject(holder, "channels")))
      checkEach("message", getObject(channel, "messages"), `${place}/channels/${escapeStep(key)}/messages`, findings);
  }
}

function checkEach(kind: keyof typeof PARTS, held: JsonObject, pointer: string, findings: Findings): void {
  for (const [key, part] of Object.entries(held)) check(kind, part, `${pointer}/${escapeStep(key)}`, findings);
}

function check(kind: keyof typeof PARTS, part: Json, pointer: string, findings: Findings): void {
  if (!isObject(part)) return;
  for (const key of Object.keys(part)) {
    if (PARTS[kind].includes(key) || key.startsWith("x-")) continue;
    const meant = similar(key, PARTS[kind]);
    if (meant === undefined || !BEARING.has(meant) || meant in part) continue;
    const text = `${quote(key)} is no part of ${NAMES[kind]}; did you mean ${quote(meant)}?`;
    findings.error(`${pointer}/${escapeStep(key)}`, "misspelled-keyword", text);
  }
}

function words(list: string): readonly string[] {
  return list.split(" ");
}
