import { pointerSteps } from "@wirepact/runtime";
import { get, isList, isObject, type Json } from "../../json.ts";
import type { Contract } from "../../model/contract.ts";

/**
 * What the names that a flow's server gives are in reality. Where a flow has a job called "job-123" and the server calls it
 * otherwise, the client's later frames that name it say what the server said.
 */
export class Bindings {
  readonly #names: NamePlaces;
  readonly #real = new Map<string, Json>();
  readonly #own = new Set<string>();

  constructor(contract: Contract) {
    this.#names = namePlaces(contract);
  }

  /** Takes note of what stands in a frame of the server where the flow has its names. */
  learn(told: Json, real: unknown): void {
    // What came over the wire is JSON, with bytes in it at most; only texts and numbers are taken.
    this.#learn(told, real as Json, "");
  }

  /** A client's frame of the flow, with the real names. */
  apply(frame: Json): Json {
    return this.#apply(frame, "");
  }

  #learn(told: Json, real: Json | undefined, name: string): void {
    if (isList(told)) {
      for (const [index, item] of told.entries()) this.#learn(item, isList(real) ? real[index] : undefined, name);
    } else if (isObject(told)) {
      for (const [key, item] of Object.entries(told)) this.#learn(item, get(real, key), key);
    } else if (this.#isName(name, told) && this.#isName(name, real) && told !== real) this.#bind(name, told, real);
  }

  #bind(name: string, told: Json, real: Json): void {
    const key = this.#keyOf(name, told);
    // What the client named itself keeps its name: a server that calls it otherwise is told of by the monitor.
    if (!this.#own.has(key) && !this.#real.has(key)) this.#real.set(key, real);
  }

  #apply(value: Json, name: string): Json {
    if (isList(value)) return value.map((item) => this.#apply(item, name));
    if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.#apply(item, key)]));
    const key = this.#keyOf(name, value);
    const real = this.#real.get(key);
    if (real === undefined) this.#own.add(key);
    return real ?? value;
  }

  /** Any text may be a name; a number only where the contract pairs by it. */
  #isName(name: string, value: Json | undefined): value is string | number {
    return typeof value === "string" || (typeof value === "number" && this.#names.has(name));
  }

  #keyOf(name: string, value: Json): string {
    return `${this.#names.get(name) ?? name} ${JSON.stringify(value)}`;
  }
}

/** Properties by which the contract pairs messages; those that stand for the same thing under two names have one. */
type NamePlaces = ReadonlyMap<string, string>;

function namePlaces({ replies, session: { streams, machines } }: Contract): NamePlaces {
  const names = new Map<string, string>();
  for (const [asked, answered] of [...replies, ...streams].flatMap(({ match }) => match)) {
    const one = names.get(lastStep(asked)) ?? lastStep(asked);
    names.set(lastStep(asked), one);
    names.set(lastStep(answered), one);
  }
  for (const { key } of [...streams, ...machines]) {
    if (key !== undefined && !names.has(lastStep(key))) names.set(lastStep(key), lastStep(key));
  }
  return names;
}

function lastStep(pointer: string): string {
  return pointerSteps(pointer).at(-1) ?? "";
}
