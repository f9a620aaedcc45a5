import { Judge } from "../../../fixtures/judge.ts";
import { isObject, type Json } from "../../../json.ts";
import type { HttpCall } from "../../../model/http.ts";
import type { ConformCase } from "../../conformCase.ts";
import { PASS, type Verdict } from "../../verdict.ts";
import { fetchJson } from "../fetchJson.ts";
import type { Stage } from "../stage.ts";

/** Hears of what an HTTP call gave, by the name of the property. */
export type Learn = (name: string, value: string) => void;

/** The contract's HTTP calls, at the host of the socket. What they give, such as a session, is what the client then works with. */
export function http(stage: Stage, learn: Learn): ConformCase[] {
  return stage.contract.session.http.map((call) => ({
    id: `server/${stage.contract.protocol}/http/${call.name}`,
    title: `answers ${call.method} ${call.path} with ${call.status} and what the contract says`,
    run: (signal) => ask(stage, call, learn, signal),
  }));
}

async function ask({ contract, target }: Stage, call: HttpCall, learn: Learn, signal: AbortSignal): Promise<Verdict> {
  const url = new URL(call.path, `${target.url.protocol.replace("ws", "http")}//${target.url.host}`);
  const answer = await fetchJson(url, { method: call.method, headers: { ...target.headers }, signal });
  const at = { pointer: `/x-wirepact/http/${call.name}`, ...(call.source === undefined ? {} : { source: call.source }) };
  const fail = (text: string): Verdict => ({
    kind: "fail",
    rule: "server-http",
    text: `${call.method} ${call.path} ${text}`,
    at,
  });
  if (answer.kind === "none") return fail(`must be answered with ${call.status}, and ${answer.text}`);
  if (answer.status !== call.status) return fail(`must be answered with ${call.status}, got ${answer.status}`);
  if (answer.body === undefined) return fail("must be answered with JSON");
  const schema = contract.definitions.find(({ identifier }) => identifier === call.response)?.schema ?? true;
  const [breach] = new Judge(contract.document).breaches(schema, answer.body) ?? [];
  if (breach !== undefined) return fail(`must be answered as the contract says: ${breach.code} at ${breach.path || "/"}`);
  for (const [name, value] of namesIn(answer.body)) learn(name, value);
  return PASS;
}

function namesIn(body: Json): [string, string][] {
  const entries = isObject(body) ? Object.entries(body) : [];
  return entries.flatMap(([name, value]): [string, string][] => (typeof value === "string" ? [[name, value]] : []));
}
