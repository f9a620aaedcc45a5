import type { Cast } from "./cast.ts";
import { bodyOf, methodOf } from "./flow.ts";
import type { ScriptStep } from "./script.ts";

type Script = readonly ScriptStep[];

/** What the client's listeners must have heard. */
export function expectedHeard(cast: Cast, script: Script): unknown[] {
  return script.filter(({ from }) => from === "server").map((step) => [step.message, bodyOf(cast, step)]);
}

/** What the server's handlers must have been called with: every call that is judged good, and answers no question. */
export function expectedCalls(cast: Cast, script: Script): unknown[] {
  const calls = script.filter(
    (step, index) => step.by === "client" && !isAnswer(cast, script, index) && !isRefused(script, index),
  );
  return calls.map((step) => [methodOf(cast, step.message), bodyOf(cast, step)]);
}

/** What the server's questions must have been answered with. */
export function expectedAnswers(cast: Cast, script: Script): unknown[] {
  return script.filter((_, index) => isAnswer(cast, script, index)).map((step) => bodyOf(cast, step));
}

/** How each frame must have travelled: as events, as JSON, or as MessagePack until the client asks for text. */
export function encodingsOf({ descriptor }: Cast, script: Script): unknown[] {
  if (descriptor.transport === "socketio") return script.map(() => "event");
  const switched = script.findIndex(({ message }) => message === descriptor.encodings.switch?.message);
  const { initial } = descriptor.encodings;
  return script.map((_, index) => (switched < 0 || index <= switched ? initial : "json"));
}

/** What the calls of a script must come to. */
export function expectedOutcomes(cast: Cast, script: Script): unknown[] {
  return script.flatMap((step, index) => (step.by === "client" ? [expectedOutcome(cast, script, index, step)] : []));
}

function expectedOutcome(cast: Cast, script: Script, call: number, { message }: ScriptStep): unknown {
  const own = script.filter((step, index) => step.call === call && index !== call);
  const pair = cast.descriptor.replies?.find(({ request }) => request === message);
  const stream = cast.descriptor.streams?.find(({ start }) => start === message);
  const reply = own.find(({ as }) => as === "reply" || as === "error");
  const answer = reply === undefined ? undefined : replyBody(cast, reply, (pair?.replies.length ?? 0) > 1);
  if (stream === undefined) return answer;
  const items = own.filter((step) => step.as === "item" && !stream.after.includes(step.message));
  return { items: items.map((step) => ({ message: step.message, value: bodyOf(cast, step) })), reply: answer };
}

function replyBody(cast: Cast, reply: ScriptStep, isOneOfSeveral: boolean): unknown {
  const body = bodyOf(cast, reply);
  if (reply.as === "error") return { code: "rejected", reply: body };
  return isOneOfSeveral ? { message: reply.message, value: body } : body;
}

/** Whether a frame of the client answers what the server asked by itself. */
function isAnswer({ descriptor }: Cast, script: Script, index: number): boolean {
  const step = script[index];
  if (step?.from !== "client") return false;
  const asked = descriptor.replies?.find(({ replies }) => replies.includes(step.message))?.request;
  return script.slice(0, index).some(({ by, message }) => by === "unasked" && message === asked);
}

function isRefused(script: Script, call: number): boolean {
  return script.some((step) => step.by === "refusal" && step.call === call);
}
