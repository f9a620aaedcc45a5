import { pointerSteps } from "@wirepact/runtime";
import { get, getList, getObject, isObject, type Json, type JsonObject } from "../../json.ts";
import type { Contract, Message } from "../../model/contract.ts";
import { follow } from "../../model/references.ts";

/** The schema of a message's frames without the constant that names it. */
export function shapeOf({ document }: Contract, { frame, match }: Message): Json {
  return match.kind === "shape" ? frame : without(document, frame, pointerSteps(match.pointer));
}

/** A schema that says nothing of one place, written out on the way there. */
function without(document: JsonObject, schema: Json, [step, ...rest]: readonly string[], depth = 0): Json {
  if (step === undefined) return true;
  const target = follow(document, schema, "")?.value;
  if (!isObject(target) || depth > MAX_DEPTH) return schema;
  const properties = getObject(target, "properties");
  const inner = get(properties, step);
  const branches = getList(target, "allOf").map((branch) => without(document, branch, [step, ...rest], depth + 1));
  const changed = inner === undefined ? {} : { [step]: without(document, inner, rest, depth + 1) };
  return {
    ...target,
    ...(inner === undefined ? {} : { properties: { ...properties, ...changed } }),
    ...(branches.length === 0 ? {} : { allOf: branches }),
  };
}

const MAX_DEPTH = 100;
