import type { AnyHandler, AnySession, Cast } from "./cast.ts";
import { fieldsOf, methodOf } from "./flow.ts";
import type { ScriptStep } from "./script.ts";
import type { Trail } from "./trail.ts";

/** Waits until so many frames have passed. */
type Passed = Pick<Trail<unknown>, "until">;

/** The server's half of a flow. */
export interface Handling {
  readonly handlers: Readonly<Record<string, AnyHandler>>;
  readonly onOpen: (session: AnySession) => void;
  readonly handled: (readonly [method: string, body: unknown])[];
  /** What the server asked of the client. */
  readonly answers: Promise<unknown>[];
}

/** Makes handlers that say what a flow's server says: each its own frames, and nothing that others have to say. */
export function handlersOf(cast: Cast, script: readonly ScriptStep[], passed: Passed): Handling {
  const stage = new Stage(cast, script, passed);
  const { messages } = cast.contract;
  const calls = messages.filter(({ from, match }) => from.includes("client") && match.kind !== "lifecycle");
  const handlers = Object.fromEntries(calls.map(({ name, method }) => [method, stage.handlerOf(name)]));
  const opening = script.find(({ by }) => by === "opening");
  if (opening !== undefined) handlers[methodOf(cast, opening.message)] = () => fieldsOf(cast, opening);
  return { handlers, onOpen: (session) => stage.unasked(session), handled: stage.handled, answers: stage.answers };
}

class Stage {
  readonly handled: (readonly [method: string, body: unknown])[] = [];
  readonly answers: Promise<unknown>[] = [];
  readonly #cast: Cast;
  readonly #script: readonly ScriptStep[];
  readonly #passed: Passed;
  readonly #taken = new Set<number>();

  constructor(cast: Cast, script: readonly ScriptStep[], passed: Passed) {
    this.#cast = cast;
    this.#script = script;
    this.#passed = passed;
  }

  handlerOf(message: string): AnyHandler {
    return (body, session) => {
      this.handled.push([methodOf(this.#cast, message), body]);
      const call = this.#script.findIndex((one, i) => one.by === "client" && one.message === message && !this.#taken.has(i));
      this.#taken.add(call);
      const own = this.#script.filter((step) => step.by === "handler" && step.call === call);
      const isStream = this.#cast.descriptor.streams?.some(({ start }) => start === message) === true;
      return isStream ? this.#stream(own) : this.#answer(own, session);
    };
  }

  /** Says what no call asks for, each in its turn. */
  async unasked(session: AnySession): Promise<void> {
    for (const step of this.#script.filter(({ by }) => by === "unasked")) {
      await this.#passed.until(step.after);
      this.#say(step, session);
    }
  }

  async *#stream(own: readonly ScriptStep[]): AsyncGenerator<unknown> {
    for (const step of own) {
      await this.#passed.until(step.after);
      if (step.as === "error") throw this.#cast.refuse(fieldsOf(this.#cast, step));
      yield [step.message, fieldsOf(this.#cast, step)];
    }
  }

  async #answer(own: readonly ScriptStep[], session: AnySession): Promise<unknown> {
    for (const step of own) {
      await this.#passed.until(step.after);
      const fields = fieldsOf(this.#cast, step);
      if (step.as === "error") throw this.#cast.refuse(fields);
      if (step.as === "reply") return this.#isOneOfSeveral(step) ? [step.message, fields] : fields;
      this.#say(step, session);
    }
    return undefined;
  }

  #isOneOfSeveral({ message }: ScriptStep): boolean {
    return this.#cast.descriptor.replies?.some(({ replies }) => replies.length > 1 && replies.includes(message)) === true;
  }

  #say(step: ScriptStep, session: AnySession): void {
    const { topics, replies } = this.#cast.descriptor;
    const fields = fieldsOf(this.#cast, step);
    const isShared = topics?.topics.some(({ messages }) => messages.includes(step.message)) === true;
    if (isShared) session.broadcast(step.message, fields);
    else if (replies?.some(({ request }) => request === step.message) === true)
      this.answers.push(session.ask(step.message, fields));
    else session.send(step.message, fields);
  }
}
