import { pointerSteps, readPointer } from "@wirepact/runtime";
import { openingOf } from "../emit/server.ts";
import { whoIsLetIn } from "../emit/serverOptions.ts";
import { isObject, type Json } from "../json.ts";
import { callsOf } from "../model/calls.ts";
import type { Contract, Message } from "../model/contract.ts";
import type { Start, StubFile, StubMethod, StubSide } from "./stubFile.ts";

/** What a user of one side of a contract has to write. */
export function stubFileOf(contract: Contract, side: StubSide): StubFile {
  const { protocol, packageName, stubs } = contract;
  const start = startOf(contract);
  return side === "server"
    ? {
        side,
        protocol,
        module: `${packageName}/server`,
        type: stubs.handlers,
        call: stubs.serve,
        methods: handlersOf(contract),
        start,
      }
    : {
        side,
        protocol,
        module: `${packageName}/client`,
        type: stubs.client,
        call: stubs.connect,
        methods: listenersOf(contract),
        start,
      };
}

/** The opening message, whatever clients send, and HTTP calls. */
function handlersOf(contract: Contract): StubMethod[] {
  const sent = callsOf(contract, "client").map(({ message: { method: name, description }, isHandledByStub: isOptional }) => ({
    name,
    parameters: ["message", "session"],
    description,
    isOptional,
  }));
  const http = contract.session.http.map(({ callName: name, description }) => ({
    name,
    parameters: [],
    description,
    isOptional: false,
  }));
  return [...openingOf(contract).map(openingMethod), ...sent, ...http];
}

function openingMethod(message: Message): StubMethod {
  const gives = exampleFields(message);
  const { method: name, description } = message;
  return { name, parameters: ["session"], description, isOptional: false, ...(gives === undefined ? {} : { gives }) };
}

/** What is given to send the first example of a message; undefined where it has none. */
function exampleFields({ examples, body, fields, match }: Message): Json | undefined {
  const [example] = examples;
  const reading = example === undefined ? undefined : readPointer(example, body);
  if (reading === undefined || !reading.found) return undefined;
  // An example is JSON: so is whatever stands in it.
  const value = reading.value as Json;
  const pointer = fields.kind === "own" && match.kind === "constant" ? match.pointer.slice(body.length) : "";
  const [constant, ...deeper] = pointerSteps(pointer);
  if (constant === undefined) return value;
  if (deeper.length > 0 || !isObject(value)) return undefined;
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== constant));
}

/** Every message of the server may be listened to; those that come unasked ought to be. */
function listenersOf(contract: Contract): StubMethod[] {
  const { messages, session } = contract;
  const awaited = awaitedByClient(contract);
  return messages
    .filter(({ from }) => from.includes("server"))
    .map(({ name, description, match }) => ({
      name,
      parameters: ["message"],
      description,
      isOptional: awaited.has(name) || name === session.opening || match.kind === "lifecycle",
    }));
}

/** Messages that a client's methods hand to whoever called them, and those that its stub answers by itself. */
function awaitedByClient(contract: Contract): ReadonlySet<string | undefined> {
  const { heartbeat, errors } = contract.session;
  const calls = callsOf(contract, "client");
  const answers = calls.flatMap(({ reply }) => [...(reply?.answers ?? []), ...(reply?.errors ?? [])]);
  const asked = new Set(contract.replies.map(({ request }) => request));
  // What the server asks somebody has to answer, whoever else hears it.
  const streamed = calls.flatMap(({ stream }) => stream?.items ?? []).filter(({ name }) => !asked.has(name));
  const named = [...answers, ...streamed].map(({ name }) => name);
  return new Set([...named, heartbeat?.ping, heartbeat?.pong, errors?.message]);
}

const PORT = 3000;

function startOf(contract: Contract): Start {
  const { endpoint, transport } = contract;
  const port = endpoint.port ?? PORT;
  const path = endpoint.path.replace(/\{([^{}]*)\}/g, (_, name: string) => encodeURIComponent(name));
  return {
    port,
    url: `${transport === "socketio" ? "http" : "ws"}://localhost:${port}${path}`,
    query: endpoint.query
      .filter(({ required }) => required)
      .map(({ name }) => ({ name, variable: variableOf(name), fallback: name })),
    isSigned: endpoint.credentials.some(({ descriptor }) => descriptor?.kind === "eip191"),
    letIn: whoIsLetIn(contract),
  };
}

/** A name as variables of an environment are called: `ENGINE_ID` for `engineId`. */
function variableOf(name: string): string {
  return name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1_$2")
    .replace(/[^\p{L}\d]+/gu, "_")
    .toUpperCase();
}
