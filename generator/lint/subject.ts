import type { Direction } from "@wirepact/runtime";
import { isObject, type Json } from "../json.ts";
import type { Contract, Message } from "../model/contract.ts";
import { definitionName, referencesIn } from "../model/references.ts";
import { payloadPlace } from "./payloadPlace.ts";
import { type Owner, type Place, placesIn } from "./place.ts";
import { readSamples, type Samples } from "./samples.ts";

/** A contract as rules look at it. */
export interface Subject {
  readonly contract: Contract;
  /** The messages that travel: what a transport raises by itself is nobody's to name. */
  readonly messages: readonly Message[];
  /** Every schema of messages, then of named schemas. */
  readonly places: readonly Place[];
  /** What examples and scenarios show. */
  readonly samples: Samples;
}

/** Prepares what rules look at. */
export function createSubject(contract: Contract): Subject {
  const messages = contract.messages.filter(({ match }) => match.kind !== "lifecycle");
  const senders = sendersOf(contract);
  const ofMessages = messages.flatMap((message) => ofMessage(contract, message));
  const ofSchemas = contract.definitions.flatMap(({ name, schema, pointer }) =>
    placesOf({ kind: "schema", name, from: senders.get(name) ?? new Set(), pointer }, schema, ""),
  );
  const places = [...ofMessages, ...ofSchemas];
  return { contract, messages, places, samples: readSamples(contract) };
}

function ofMessage(contract: Contract, message: Message): Place[] {
  const payload = payloadPlace(contract, message);
  if (payload === undefined) return [];
  const owner: Owner = { kind: "message", name: message.name, from: new Set(message.from), pointer: payload.pointer };
  return placesOf(owner, payload.value, contract.transport === "socketio" ? "/data" : "");
}

function placesOf(owner: Owner, schema: Json, path: string): Place[] {
  return isObject(schema) ? [...placesIn({ schema, pointer: owner.pointer, owner, path, property: null, around: null })] : [];
}

/** Who sends each named schema: whoever sends a message that it is a part of; what HTTP calls answer is the server's. */
function sendersOf({ messages, definitions, session }: Contract): ReadonlyMap<string, ReadonlySet<Direction>> {
  const senders = new Map<string, Set<Direction>>();
  const schemas = new Map(definitions.map(({ name, schema }) => [name, schema]));
  const spread = (schema: Json, direction: Direction): void => {
    for (const reference of referencesIn(schema)) {
      const name = definitionName(reference) ?? "";
      const known = senders.get(name) ?? new Set();
      if (known.has(direction)) continue;
      senders.set(name, known.add(direction));
      spread(schemas.get(name) ?? {}, direction);
    }
  };
  for (const { frame, from } of messages) for (const direction of from) spread(frame, direction);
  for (const { response } of session.http) {
    const body = definitions.find(({ identifier }) => identifier === response);
    if (body !== undefined) spread({ $ref: `#${body.pointer}` }, "server");
  }
  return senders;
}
