import { pointerSteps } from "@wirepact/runtime";
import type { Contract, Message } from "../model/contract.ts";
import type { Type } from "../model/type.ts";

/**
 * Names of the required fields of an answer that a handler may leave out, because the stub repeats them: those that agree with a
 * field which every such request has.
 */
export function repeatedFields({ replies }: Contract, request: Message, answer: Message): string[] {
  const match = replies.find((pair) => pair.request === request.name)?.match ?? [];
  const given = givenFor(answer);
  // A type that is more than its properties has no such form in TypeScript.
  if (given?.kind !== "object" || given.others !== null) return [];
  const required = given.fields.filter((field) => field.required).map(({ name }) => name);
  return required.filter((name) =>
    match.some(([asked, answered]) => isFieldOf(answer, answered, name) && isAlwaysThere(request.type, pointerSteps(asked))),
  );
}

/** The type of what is given to send a message; undefined where there is nothing. */
function givenFor({ fields, bodyType, type }: Message): Type | undefined {
  if (fields.kind === "none") return undefined;
  return fields.kind === "own" ? fields.type : (bodyType?.type ?? type);
}

function isFieldOf({ body }: Message, pointer: string, name: string): boolean {
  const [outer, steps] = [pointerSteps(body), pointerSteps(pointer)];
  return steps.length === outer.length + 1 && outer.every((step, index) => step === steps[index]) && steps.at(-1) === name;
}

/** Whether every value has something at a place; null is nothing. */
function isAlwaysThere(type: Type, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) return type.kind === "string" || type.kind === "number" || type.kind === "openEnum";
  const field = type.kind === "object" ? type.fields.find(({ name }) => name === step) : undefined;
  return field?.required === true && isAlwaysThere(field.type, rest);
}
