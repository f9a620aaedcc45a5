import { pointerOf, pointerSteps } from "@wirepact/runtime";

/** Where parts of a document went, by where they were; whatever stood below one went with it. */
export type Moves = ReadonlyMap<string, string>;

/** Where something is that stood at a pointer. */
export function moved(moves: Moves, pointer: string): string {
  const steps = pointerSteps(pointer);
  for (let length = steps.length; length > 0; length--) {
    const place = moves.get(pointerOf(steps.slice(0, length)));
    if (place !== undefined) return place + pointerOf(steps.slice(length));
  }
  return pointer;
}
