import { pointerSteps } from "@wirepact/runtime";
import { getList, type Json } from "../../../generator/json.ts";
import type { Contract, Message } from "../../../generator/model/contract.ts";
import { schemaAt } from "../../../generator/model/frame.ts";
import { follow } from "../../../generator/model/references.ts";
import { typesOf } from "./jsonTypes.ts";
import { createPlaces, type Place } from "./places.ts";
import { setAt } from "./pointers.ts";
import { sampleOf } from "./sampleOf.ts";

/** Frames of a contract's messages, and what the contract says of each place in them. */
export interface Frames {
  readonly placesOf: (message: Message, frame: Json) => readonly Place[];
  /** The message's examples, those of its variants, and one more for each optional field that has a value in none of them. */
  readonly complete: (message: Message) => readonly Json[];
}

/** Makes the frames of a contract. */
export function createFrames(contract: Contract): Frames {
  const places = createPlaces(contract.document);
  const placesOf: Frames["placesOf"] = (message, frame) => places(message.frame, frame);
  return { placesOf, complete: (message) => complete(contract, message, placesOf) };
}

function complete(contract: Contract, message: Message, placesOf: Frames["placesOf"]): readonly Json[] {
  const examples = [...message.examples, ...variantFrames(contract, message)];
  const frames = [...examples];
  const shownIn = (frame: Json) => placesOf(message, frame).flatMap(({ path, value }) => (value == null ? [] : [path]));
  const shown = new Set(examples.flatMap(shownIn));
  for (const example of examples) {
    for (const { path, pointer, schema } of placesOf(message, example)) {
      if (shown.has(path) || typesOf(contract.document, schema).size === 0) continue;
      const filled = setAt(example, pointer, sampleOf(contract.document, schema));
      frames.push(filled);
      for (const added of shownIn(filled)) shown.add(added);
    }
  }
  return frames;
}

/** The examples of each variant stand beside its own schema. */
function variantFrames({ document }: Contract, message: Message): Json[] {
  const [example] = message.examples;
  if (message.variants === null || example === undefined) return [];
  const body = follow(document, schemaAt(document, message.frame, pointerSteps(message.body)) ?? true, "")?.value;
  const variants = getList(body, "oneOf").map((branch) => follow(document, branch, "")?.value);
  return variants.flatMap((variant) => getList(variant, "examples").map((data) => setAt(example, message.body, data)));
}
