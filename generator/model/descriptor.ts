import type { EndpointDescriptor, MessageDescriptor, ProtocolDescriptor } from "@wirepact/runtime";
import type { Contract, Message } from "./contract.ts";
import type { Endpoint } from "./endpoint.ts";
import type { Session } from "./session.ts";

/** What the runtime needs to know of a contract: the one description that packages carry and that this process reads frames by. */
export function descriptorOf(contract: Contract): ProtocolDescriptor {
  const { protocol, version, transport, discriminators, encodings, endpoint, replies, session } = contract;
  return {
    protocol,
    version,
    transport,
    endpoint: describeEndpoint(endpoint),
    encodings,
    discriminators,
    messages: readingOrder(contract).map(describeMessage),
    ...(replies.length === 0 ? {} : { replies }),
    ...describeSession(session),
  };
}

function describeEndpoint({ path, port, query, refusals, credentials }: Endpoint): EndpointDescriptor {
  return {
    path,
    port,
    query: query.map(({ name, required }) => ({ name, required })),
    refusals,
    credentials: credentials.flatMap(({ descriptor }) => descriptor ?? []),
  };
}

function describeMessage(message: Message): MessageDescriptor {
  const { name, from, match, variants, body, dataOptional } = message;
  return {
    name,
    from,
    match,
    ...(variants === null ? {} : { variants }),
    ...(body === "" ? {} : { body }),
    ...(dataOptional ? { dataOptional } : {}),
  };
}

function describeSession({ opening, streams, topics, errors, heartbeat, resource, http }: Session): Partial<ProtocolDescriptor> {
  const { codes: _, ...failure } = errors ?? { codes: [], message: "", text: "" };
  return {
    ...(opening === null ? {} : { opening }),
    ...(streams.length === 0 ? {} : { streams }),
    ...(topics === null ? {} : { topics }),
    ...(errors === null ? {} : { errors: failure }),
    ...(heartbeat === null ? {} : { heartbeat }),
    ...(resource === null ? {} : { resource }),
    ...(http.length === 0 ? {} : { http: http.map(({ name, method, path, status }) => ({ name, method, path, status })) }),
  };
}

/** The messages as readers look for them: those with a discriminator, then shapes as the contract orders them. */
function readingOrder({ messages, shapes }: Contract): readonly Message[] {
  const byName = new Map(messages.map((message) => [message.name, message]));
  return [...messages.filter(({ match }) => match.kind !== "shape"), ...shapes.flatMap((name) => byName.get(name) ?? [])];
}
