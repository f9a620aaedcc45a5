import { type Match, pointerSteps } from "@wirepact/runtime";
import { type Findings, quote } from "../diagnostics.ts";
import { getList, isObject, type Json, type JsonObject } from "../json.ts";
import { innerSchemas } from "./constants.ts";
import { requiredOf } from "./frame.ts";
import { follow } from "./references.ts";

/** A message as far as its constant needs it. */
interface Matched {
  readonly name: string;
  readonly match: Match;
  readonly frame: Json;
  readonly pointer: string;
}

/** Finds messages whose constant may be missing: a frame without it would satisfy the schema, and yet be read as none. */
export function checkRequired(document: JsonObject, messages: readonly Matched[], findings: Findings): void {
  for (const { name, match, frame, pointer } of messages) {
    if (match.kind !== "constant") continue;
    if (new PlaceSearch(document).isCertain(frame, pointerSteps(match.pointer), new Set())) continue;
    const text = `readers tell ${quote(name)} by its constant at ${match.pointer}, but the schema lets it be missing; add ${quote(pointerSteps(match.pointer).at(-1))} to required there, and what leads to it`;
    findings.error(pointer, "unreadable-message", text);
  }
}

/** Looks into each schema once for each place, since a contract may refer to one in endlessly many ways. */
class PlaceSearch {
  readonly #document: JsonObject;
  readonly #known = new Map<number, Map<Json, boolean>>();

  constructor(document: JsonObject) {
    this.#document = document;
  }

  /** Whether every value of a schema has a place; `required` is what the schemas around demand of the same value. */
  isCertain(schema: Json | undefined, steps: readonly string[], required: ReadonlySet<string>): boolean {
    if (steps.length === 0) return true;
    const target = schema === undefined ? undefined : follow(this.#document, schema, "")?.value;
    if (!isObject(target)) return false;
    const known = this.#known.get(steps.length) ?? new Map<Json, boolean>();
    this.#known.set(steps.length, known);
    const found = known.get(target);
    if (found !== undefined) return found;
    known.set(target, false);
    const certain = this.#search(target, steps, new Set([...required, ...requiredOf(this.#document, target)]));
    known.set(target, certain);
    return certain;
  }

  #search(target: JsonObject, steps: readonly string[], required: ReadonlySet<string>): boolean {
    const [step = "", ...rest] = steps;
    if (required.has(step) && this.isCertain(innerSchemas(target).get(step), rest, new Set())) return true;
    if (getList(target, "allOf").some((branch) => this.isCertain(branch, steps, required))) return true;
    return ["oneOf", "anyOf"].some((union) => {
      const branches = getList(target, union);
      return branches.length > 0 && branches.every((branch) => this.isCertain(branch, steps, required));
    });
  }
}
