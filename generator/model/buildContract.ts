import { type Direction, escapeStep, freeze } from "@wirepact/runtime";
import { type Findings, quote } from "../diagnostics.ts";
import { get, getList, getObject, getString, type JsonObject } from "../json.ts";
import { checkCarried } from "./checkCarried.ts";
import { checkEndpoint } from "./checkEndpoint.ts";
import { checkExtensions } from "./checkExtension.ts";
import { checkExtensionPlaces } from "./checkExtensionPlaces.ts";
import { checkNames } from "./checkNames.ts";
import { checkParts } from "./checkParts.ts";
import { checkPlaces } from "./checkPlaces.ts";
import { checkReadable } from "./checkReadable.ts";
import { checkRequired } from "./checkRequired.ts";
import { checkSchema } from "./checkSchema.ts";
import { checkServers } from "./checkServers.ts";
import { checkSides } from "./checkSides.ts";
import { checkText } from "./checkText.ts";
import type { Contract, Definition, Message } from "./contract.ts";
import { checkReachable, type Reachable, reachableDefinitions } from "./definitions.ts";
import { Descriptions } from "./descriptions.ts";
import { discriminatorsOf } from "./discriminators.ts";
import { readEncodings } from "./encodings.ts";
import { readEndpoint } from "./endpoint.ts";
import { responseReferences } from "./http.ts";
import { checkMatches } from "./match.ts";
import { methodsOf } from "./methods.ts";
import { fold, identifiersOf } from "./names.ts";
import { findMessages } from "./rawMessage.ts";
import { type FramedMessage, frameMessage, readMessage } from "./readMessage.ts";
import { constraintsOf, type Identifiers, readType } from "./readType.ts";
import { readReplies } from "./replies.ts";
import { checkReserved } from "./reserved.ts";
import { checkNamedFormat, checkSchemaFormat } from "./schemaFormat.ts";
import { serversOf } from "./servers.ts";
import { readSession } from "./session.ts";
import { checkShapeOrder, declaredShapes, orderShapes } from "./shapes.ts";
import { stubNames } from "./stubNames.ts";

/** Reads a document as a contract, noting everything that is wrong; undefined where something is. */
export function buildContract(document: JsonObject, protocol: string, findings: Findings): Contract | undefined {
  checkText(document, "", findings);
  if (findings.hasErrors) return undefined;
  checkParts(document, findings);
  if (findings.hasErrors) return undefined;
  checkExtensions(document, findings);
  checkExtensionPlaces(document, findings);
  const transport = transportOf(document);
  const framed = findMessages(document, findings).map((raw) => frameMessage(raw, transport === "socketio"));
  checkReserved(framed, findings);
  checkCarried(document, framed, findings);
  checkServers(document, transport, findings);
  checkEndpoint(document, findings);
  const reachable = reachableDefinitions(document, [...framed.map(({ frame }) => frame), ...responseReferences(document)]);
  checkSchemas(document, framed, reachable, findings);
  if (findings.hasErrors) return undefined;
  const discriminators = {
    client: discriminatorsOf(document, framed, "client"),
    server: discriminatorsOf(document, framed, "server"),
  };
  const { messages, definitions, identifiers } = readNamed(document, framed, reachable, discriminators);
  checkSides(document, framed, discriminators, findings);
  checkMatches(document, messages, discriminators, findings);
  checkNames(document, new Set(messages.map(({ name }) => name)), findings);
  checkReadable(document, messages, discriminators, findings);
  checkRequired(document, messages, findings);
  if (!findings.hasErrors) checkShapeOrder(document, messages, findings);
  checkPlaces(document, framed, findings);
  checkDiscriminators(document, messages, discriminators, findings);
  if (findings.hasErrors) return undefined;
  return freeze(assemble(document, protocol, transport, discriminators, messages, definitions, identifiers));
}

function checkSchemas(
  document: JsonObject,
  framed: readonly FramedMessage[],
  reachable: readonly Reachable[],
  findings: Findings,
): void {
  for (const message of framed) {
    checkUnique(message, framed, findings);
    const payload = message.socketio ? get(get(message.frame, "properties"), "data") : message.frame;
    const isReadable = checkSchemaFormat(message, findings);
    if (payload !== undefined && isReadable) checkSchema(document, payload, message.payloadPointer, findings);
  }
  for (const { schema, pointer } of reachable) {
    if (checkNamedFormat(schema, pointer, findings)) checkSchema(document, schema, pointer, findings);
  }
  for (const [name, channel] of Object.entries(getObject(document, "channels"))) {
    const query = get(getObject(getObject(channel, "bindings"), "ws"), "query");
    if (query !== undefined) checkSchema(document, query, `/channels/${escapeStep(name)}/bindings/ws/query`, findings);
  }
  checkReachable(document, reachable, findings);
}

function checkUnique({ name, pointer }: FramedMessage, framed: readonly FramedMessage[], findings: Findings): void {
  if (framed.find((other) => other.name === name)?.pointer === pointer) return;
  findings.error(`${pointer}/name`, "duplicate-message", `two messages are named ${quote(name)}; give one of them another name`);
}

function readNamed(
  document: JsonObject,
  framed: readonly FramedMessage[],
  reachable: readonly Reachable[],
  discriminators: Readonly<Record<Direction, readonly string[]>>,
): { readonly messages: readonly Message[]; readonly definitions: readonly Definition[]; readonly identifiers: Identifiers } {
  const ofMessages = identifiersOf(
    framed.map(({ name }) => name),
    "Message",
  );
  const taken = new Set([...ofMessages.values()].map(fold));
  const ofDefinitions = identifiersOf(
    reachable.map(({ name }) => name),
    "Schema",
    taken,
  );
  const all = new Set([...taken, ...[...ofDefinitions.values()].map(fold)]);
  const named = framed.map(({ name }) => ({ name, identifier: ofMessages.get(name) ?? "" }));
  const methods = methodsOf(named);
  const types = { identifiers: ofDefinitions, descriptions: new Descriptions(document) };
  const messages = framed.map((message) => {
    const names = { identifier: ofMessages.get(message.name) ?? "", method: methods.get(message.name) ?? "" };
    return readMessage(document, message, discriminators, names, types, all);
  });
  const definitions = reachable.map(({ name, schema, pointer }) => ({
    name,
    identifier: ofDefinitions.get(name) ?? "",
    schema,
    description: getString(schema, "description") ?? "",
    deprecated: get(schema, "deprecated") === true,
    type: readType(schema, types),
    constraints: constraintsOf(schema),
    pointer,
  }));
  return { messages, definitions, identifiers: ofDefinitions };
}

/** Finds declared discriminators at which no message has a constant: probably a misspelled pointer. */
function checkDiscriminators(
  document: JsonObject,
  messages: readonly Message[],
  declared: Contract["discriminators"],
  findings: Findings,
): void {
  if (get(get(document, "x-wirepact"), "discriminators") === undefined) return;
  for (const direction of ["client", "server"] as const) {
    for (const [index, place] of declared[direction].entries()) {
      const isUsed = messages.some(
        ({ from, match }) => from.includes(direction) && match.kind !== "shape" && match.pointer === place,
      );
      if (isUsed) continue;
      const text = `no message of the ${direction} has a constant at ${quote(place)}; correct the pointer, or remove it`;
      findings.error(`/x-wirepact/discriminators/${direction}/${index}`, "bad-extension", text);
    }
  }
}

function assemble(
  document: JsonObject,
  protocol: string,
  transport: Contract["transport"],
  discriminators: Contract["discriminators"],
  messages: readonly Message[],
  definitions: readonly Definition[],
  identifiers: Identifiers,
): Contract {
  const info = getObject(document, "info");
  const root = get(document, "x-wirepact");
  const stubs = stubNames(protocol, typeNames(messages, definitions));
  return {
    protocol,
    packageName: getString(root, "package") ?? `@wirepact/${protocol}`,
    title: getString(info, "title") ?? protocol,
    version: getString(info, "version") ?? "0.0.0",
    description: getString(info, "description") ?? "",
    transport,
    endpoint: readEndpoint(document),
    encodings: readEncodings(document),
    discriminators,
    messages,
    shapes: orderShapes(messages, declaredShapes(document)),
    definitions,
    stubs,
    replies: readReplies(document, new Map(messages.map(({ pointer, name }) => [pointer, name])), transport === "socketio"),
    session: readSession(document, identifiers, new Set([...messages.map(({ method }) => method), ...Object.values(stubs)])),
    example: getString(root, "example"),
    notes: getList(root, "notes").map((note) => ({ source: getString(note, "source"), text: getString(note, "text") ?? "" })),
    document,
  };
}

/** Every name that the package's types take. */
function typeNames(messages: readonly Message[], definitions: readonly Definition[]): string[] {
  const ofMessages = messages.flatMap(({ identifier, bodyType, fields }) => [
    identifier,
    ...(bodyType === null ? [] : [bodyType.identifier]),
    ...(fields.kind === "own" ? [fields.identifier] : []),
  ]);
  return [...ofMessages, ...definitions.map(({ identifier }) => identifier)];
}

function transportOf(document: JsonObject): Contract["transport"] {
  const declared = getString(get(document, "x-wirepact"), "transport");
  const protocols = serversOf(document).map(({ value }) => getString(value, "protocol") ?? "");
  return declared === "socketio" || (declared === undefined && protocols.some((name) => /^socket\.?io$/i.test(name)))
    ? "socketio"
    : "websocket";
}
