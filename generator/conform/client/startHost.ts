import { Instances } from "../../fixtures/instances.ts";
import { Judge } from "../../fixtures/judge.ts";
import { isList, isObject, type Json } from "../../json.ts";
import type { Contract } from "../../model/contract.ts";
import { requiredQuery, sampleFor } from "../sampleQuery.ts";
import type { ClientStage, PlannedFlow } from "./clientStage.ts";
import type { Host } from "./host.ts";
import type { HttpAnswer } from "./httpHost.ts";
import { startSocketioHost } from "./socketioHost.ts";
import { startWebsocketHost } from "./websocketHost.ts";

/** Starts a server for one flow. */
export function startHost({ contract }: ClientStage, flow: PlannedFlow): Promise<Host> {
  const answers = httpAnswers(contract, flow);
  if (contract.transport === "socketio") return startSocketioHost(filledPath(contract), answers);
  return startWebsocketHost(`${filledPath(contract)}${filledQuery(contract)}`, contract.encodings, answers);
}

/** A parameter is called by its own name. */
function filledPath({ endpoint }: Contract): string {
  return endpoint.path.replaceAll(/\{([^}]*)\}/g, (_, name: string) => encodeURIComponent(name));
}

function filledQuery({ endpoint }: Contract): string {
  const required = requiredQuery(endpoint);
  if (required.length === 0) return "";
  return `?${new URLSearchParams(required.map((parameter): [string, string] => [...sampleFor(parameter)]))}`;
}

/** What a protocol's HTTP calls are answered with: what the flow's client goes on to name, where it names it. */
function httpAnswers(contract: Contract, { steps }: PlannedFlow): HttpAnswer[] {
  const instances = new Instances(contract.document, new Judge(contract.document));
  const frames = steps.filter(({ from }) => from === "client").map(({ frame }) => frame);
  return contract.session.http.flatMap(({ method, path, status, response }): HttpAnswer[] => {
    const schema = contract.definitions.find(({ identifier }) => identifier === response)?.schema;
    const body = schema === undefined ? undefined : instances.of(schema, "minimal");
    return body === undefined ? [] : [{ method, path, status, body: named(body, frames) }];
  });
}

function named(body: Json, frames: readonly Json[]): Json {
  if (!isObject(body)) return body;
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, textAt(name, frames) ?? value]));
}

/** A text that stands under a name anywhere. */
function textAt(name: string, value: Json): Json | undefined {
  if (isList(value)) return value.map((item) => textAt(name, item)).find((found) => found !== undefined);
  if (!isObject(value)) return undefined;
  if (Object.hasOwn(value, name) && typeof value[name] === "string") return value[name];
  return textAt(name, Object.values(value));
}
