import type { Encoding } from "@wirepact/runtime";
import type { DecodeFixture, Fixture, FrameFixture, ScenarioFixture, SessionFixture } from "../../fixtures/fixture.ts";
import type { Json, JsonObject } from "../../json.ts";
import type { Contract } from "../../model/contract.ts";
import { createFrameReader, type FrameReader } from "../../monitor/frameReader.ts";
import type { ConformCase } from "../conformCase.ts";
import { PASS, type Place, type Verdict } from "../verdict.ts";
import type { Answer } from "./answer.ts";
import { holdDecoded, holdEncoded, holdSession, holdVerdict } from "./holdAnswer.ts";
import type { Capability, Interview } from "./interview.ts";
import { shown } from "./shown.ts";

/** Makes cases of the fixtures of a contract: what is asked, and what the answer is held against. */
export class CodecCases {
  readonly #contract: Contract;
  readonly #interview: Interview;
  readonly #reader: FrameReader;
  readonly #encodings: readonly Encoding[];
  readonly #places: ReadonlyMap<string, Place>;

  constructor(contract: Contract, interview: Interview) {
    this.#contract = contract;
    this.#interview = interview;
    this.#reader = createFrameReader(contract);
    const { text, binary } = contract.encodings;
    // Socket.IO has a format of its own around every frame.
    this.#encodings = contract.transport === "websocket" ? [text, binary].filter((one) => one !== null) : [];
    this.#places = new Map(
      contract.messages.map(({ name, pointer, source }) => [name, { pointer, ...(source === undefined ? {} : { source }) }]),
    );
  }

  /** That the testee starts. */
  start(): ConformCase {
    return {
      id: `codec/${this.#contract.protocol}/start`,
      title: "starts, and says what it does",
      isPreliminary: true,
      run: (signal) => this.#interview.start(signal),
    };
  }

  /** That it ends when it is told to. */
  stop(): ConformCase {
    return {
      id: `codec/${this.#contract.protocol}/stop`,
      title: "ends when it is told to",
      isPreliminary: true,
      run: (signal) => this.#interview.stop(signal),
    };
  }

  /** What a fixture asks for. */
  of(fixture: Fixture): ConformCase[] {
    switch (fixture.kind) {
      case "frame":
        return [this.#frame(fixture), ...this.#encodings.flatMap((encoding) => this.#encode(fixture, encoding))];
      case "decode":
        return [this.#decode(fixture)];
      case "scenario":
        return [this.#scenario(fixture)];
      case "session":
        return [this.#session(fixture)];
      case "layout":
        // Layouts hold no frames, which is what programs are asked about.
        return [];
    }
  }

  #frame({ id, from, frame, verdict, reason }: FrameFixture): ConformCase {
    return this.#case(
      { id, title: reason, capability: "validate", request: { from, frame }, message: verdict.message, shows: frame },
      (answer, does) => holdVerdict(answer, verdict, reason, does.has("errors")),
    );
  }

  #decode({ id, from, encoding, text, hex, frame, verdict, reason }: DecodeFixture): ConformCase {
    const wire = text === undefined ? { hex: hex ?? "" } : { text };
    return this.#case(
      {
        id,
        title: reason,
        capability: "decode",
        request: { from, encoding, ...wire },
        message: verdict.message,
        shows: text ?? hex ?? "",
      },
      (answer) => holdDecoded(answer, frame, reason),
    );
  }

  #encode({ id, from, frame, verdict }: FrameFixture, encoding: Encoding): ConformCase[] {
    if (!verdict.ok) return [];
    const { message } = verdict;
    const asked = {
      id: `${id}:encode-${encoding}`,
      title: `is encoded as ${encoding}`,
      capability: "encode",
      request: { from, encoding, frame },
      message,
      shows: frame,
    } as const;
    return [this.#case(asked, (answer) => holdEncoded(answer, { from, encoding, frame, message }, this.#reader))];
  }

  /** A testee that knows no sessions is shown the frames of one by one. */
  #scenario({ id, reason, steps }: ScenarioFixture): ConformCase {
    const request = { steps: steps.map(({ from, frame }) => ({ from, frame })) };
    const whole = this.#case(
      { id, title: reason, capability: "session", request, message: null, shows: request.steps },
      (answer) => holdSession(answer, { ok: true }, reason),
    );
    const single = steps.map(({ from, message, frame }, index) =>
      this.#case(
        { id: `${id}:${index + 1}`, title: reason, capability: "validate", request: { from, frame }, message, shows: frame },
        (answer, does) =>
          holdVerdict(answer, { ok: true, message }, `it is step ${index + 1} of the session`, does.has("errors")),
      ),
    );
    const run = async (signal: AbortSignal) => {
      const started = await this.#interview.start(signal);
      if (started.kind !== "pass" || this.#interview.capabilities?.does.has("session")) return whole.run(signal);
      for (const each of single) {
        const verdict = await each.run(signal);
        if (verdict.kind !== "pass") return verdict;
      }
      return PASS;
    };
    return { id, title: reason, run };
  }

  #session({ id, reason, steps, verdict }: SessionFixture): ConformCase {
    const told = steps.map(({ from, frame, encoding }) => ({ from, frame, ...(encoding === undefined ? {} : { encoding }) }));
    const asked = { id, title: reason, capability: "session", request: { steps: told }, message: null, shows: told } as const;
    return this.#case(asked, (answer) => holdSession(answer, verdict, reason));
  }

  #case(asked: Asked, hold: (answer: Answer, does: ReadonlySet<string>) => Verdict): ConformCase {
    const { id, title, capability, request, message, shows } = asked;
    const at = this.#places.get(message ?? "");
    const run = async (signal: AbortSignal) => {
      const verdict = await this.#interview.ask(capability, id, request, signal, hold);
      return verdict.kind === "fail" ? { ...verdict, frame: shown(shows), ...(at === undefined ? {} : { at }) } : verdict;
    };
    return { id, title, run };
  }
}

interface Asked {
  readonly id: string;
  readonly title: string;
  readonly capability: Capability;
  readonly request: JsonObject;
  /** The message that it is about. */
  readonly message: string | null;
  /** What is shown where it fails. */
  readonly shows: Json;
}
