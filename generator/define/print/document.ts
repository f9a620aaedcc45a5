import { compact, type JsonObject } from "../../json.ts";
import type { ProtocolDefinition } from "../protocol.ts";
import { printChannel, printSecuritySchemes, printServer } from "./endpoint.ts";
import { HoistedSchemas } from "./hoistedSchemas.ts";
import { printMessage } from "./message.ts";
import { discriminatorsOf, NamedMessages, shapesOf } from "./namedMessages.ts";
import { printOperations } from "./operations.ts";
import { printSession } from "./session.ts";

/** Prints a protocol as the AsyncAPI 3.1 document that everything else is made from. */
export function printDocument(protocol: ProtocolDefinition): JsonObject {
  const schemas = new HoistedSchemas();
  const messages = new NamedMessages(protocol);
  const channel = printChannel(protocol.endpoint, messages, schemas);
  const printed = Object.fromEntries(messages.all.map((message) => [message.key, printMessage(message, schemas)]));
  const extension = printExtension(protocol, messages, schemas);
  const operations = printOperations(protocol, messages);
  messages.refuse();
  return compact({
    asyncapi: "3.1.0",
    info: { title: protocol.title, version: protocol.version, description: protocol.description },
    defaultContentType: protocol.encodings?.initial === "msgpack" ? "application/msgpack" : "application/json",
    servers: { default: printServer(protocol.endpoint) },
    channels: { [protocol.name]: channel },
    operations,
    components: compact({
      messages: printed,
      schemas: schemas.print(),
      securitySchemes: printSecuritySchemes(protocol.endpoint),
    }),
    "x-wirepact": extension,
  });
}

function printExtension(protocol: ProtocolDefinition, messages: NamedMessages, schemas: HoistedSchemas): JsonObject {
  return compact({
    version: 1,
    protocol: protocol.name,
    package: protocol.package,
    transport: protocol.endpoint.transport,
    discriminators: { client: discriminatorsOf(protocol.client), server: discriminatorsOf(protocol.server) },
    shapes: shapesOf(protocol),
    ...printSession(protocol, messages, schemas),
  });
}
