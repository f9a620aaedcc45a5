/** Where parts of a document went, by where they were; whatever stood below one went with it. */
export type Moves = ReadonlyMap<string, string>;

/** Where something is that stood at a pointer. */
export function moved(moves: Moves, pointer: string): string {
  for (const around of aroundPointer(pointer)) {
    const place = moves.get(around);
    if (place !== undefined) return place + pointer.slice(around.length);
  }
  return pointer;
}

/** A pointer and those of all that it stands in, from the inside out. */
export function* aroundPointer(pointer: string): Generator<string> {
  for (let end = pointer.length; end > 0; end = pointer.lastIndexOf("/", end - 1)) yield pointer.slice(0, end);
  yield "";
}
