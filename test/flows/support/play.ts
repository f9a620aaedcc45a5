import type { AnyClient, Cast } from "./cast.ts";
import { type Flow, fieldsOf, methodOf } from "./flow.ts";
import { handlersOf } from "./handlers.ts";
import { withLeftOut } from "./liberties.ts";
import { type ScriptStep, scriptOf } from "./script.ts";
import { type Seen, Trail } from "./trail.ts";

/** What came of a flow, on the wire and at both of its ends. */
export interface Performance {
  readonly script: readonly ScriptStep[];
  readonly seen: readonly Seen[];
  /** What the client's listeners heard, from the opening message on. */
  readonly heard: readonly (readonly [message: string, body: unknown])[];
  /** What became of the client's calls, in their order. */
  readonly outcomes: readonly unknown[];
  /** What the server's handlers were called with, and what its questions were answered with. */
  readonly handled: readonly (readonly [method: string, body: unknown])[];
  readonly answers: readonly unknown[];
  readonly errors: readonly unknown[];
  readonly unknown: readonly unknown[];
}

/** Plays a flow: a generated server with handlers that say what the flow's server says, a generated client that makes its calls. */
export async function play(cast: Cast, flow: Flow): Promise<Performance> {
  const script = scriptOf(cast.descriptor, withLeftOut(cast.descriptor, flow.steps));
  const [errors, unknown, passed]: [unknown[], unknown[], Trail<Seen>] = [[], [], new Trail<Seen>()];
  const { handlers, onOpen, handled, answers } = handlersOf(cast, script, passed);
  const onError = (error: unknown) => void errors.push(error);
  const server = cast.serve(handlers, { ...cast.serverOptions, onOpen, onError });
  const { port } = await server.listen(0, "127.0.0.1");
  const tap = await cast.tap(port, passed);
  const options = { heartbeat: false, reconnect: false, onError, ...cast.clientOptions(flow) };
  const client = await cast.connect(cast.addressOf(tap.port), options);
  client.onUnknown((frame) => void unknown.push(frame));
  const heard = listen(cast, client);
  const outcomes = await call(cast, client, script, heard);
  await Promise.all([passed.until(script.length), heard.until(script.filter(({ from }) => from === "server").length)]);
  const [settled, answered] = await Promise.all([Promise.all(outcomes), Promise.all(answers)]);
  await client.close();
  await server.close();
  await tap.stop();
  return { script, seen: passed.all, heard: heard.all, outcomes: settled, handled, answers: answered, errors, unknown };
}

function listen({ contract }: Cast, client: AnyClient): Trail<readonly [string, unknown]> {
  const heard = new Trail<readonly [string, unknown]>();
  for (const { name, from, match } of contract.messages) {
    if (from.includes("server") && match.kind !== "lifecycle") client.on(name, (body) => heard.put([name, body]));
  }
  return heard;
}

/** Makes the calls in their turns: each after everything that the server says before it has been heard. */
async function call(
  cast: Cast,
  client: AnyClient,
  script: readonly ScriptStep[],
  heard: Pick<Trail<unknown>, "until">,
): Promise<Promise<unknown>[]> {
  const outcomes: Promise<unknown>[] = [];
  for (const [index, step] of script.entries()) {
    if (step.by !== "client") continue;
    await heard.until(script.slice(0, index).filter(({ from }) => from === "server").length);
    outcomes.push(outcomeOf(client[methodOf(cast, step.message)]?.(fieldsOf(cast, step))));
  }
  return outcomes;
}

/** What a call comes to: a value, the reply that rejects it, or the items of a stream and its answer. */
async function outcomeOf(returned: unknown): Promise<unknown> {
  if (isStream(returned)) {
    const reply = outcomeOf(returned.reply);
    const items: unknown[] = [];
    for await (const item of returned) items.push(item);
    return { items, reply: await reply };
  }
  return Promise.resolve(returned).catch((error: { readonly code: string; readonly reply: unknown }) => {
    return { code: error.code, reply: error.reply };
  });
}

function isStream(returned: unknown): returned is AsyncIterable<unknown> & { readonly reply: Promise<unknown> } {
  return typeof returned === "object" && returned !== null && Symbol.asyncIterator in returned;
}
