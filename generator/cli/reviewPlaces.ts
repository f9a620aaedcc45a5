import { existsSync } from "node:fs";
import { isAbsolute, join, posix, sep } from "node:path";
import { pointerOf, pointerSteps } from "@wirepact/runtime";
import { type Located, type Place, type PlaceOf, VERSION } from "../compare/report/place.ts";
import { COMMAND, type Diagnostic, type Position } from "../diagnostics.ts";
import type { Source } from "../load/source.ts";
import { valueAt } from "../reference.ts";
import type { Project } from "./project.ts";
import type { ReviewedProtocol } from "./reviewedProtocol.ts";

type Locate = (pointer: string) => Promise<Position>;

/**
 * Finds where changes stand: in the newer document, or in the module that it is made from, by its syntax alone: no code is run. Of
 * what is gone it is the nearest thing around it that is left, and where it stood. `prefix` is the way from the root of the
 * repository to the project: reports name files from there.
 */
export async function locateChanges(reviewed: readonly ReviewedProtocol[], project: Project, prefix: string): Promise<PlaceOf> {
  const places = new Map<string, Place>();
  for (const one of reviewed) {
    const find = await finderOf(one, project);
    const low = one.review.version?.enough === false ? [VERSION] : [];
    for (const change of [...one.review.changes, ...low]) {
      const place = await find(change);
      if (place !== undefined) places.set(keyOf(one.review.protocol, change), inRepository(place, prefix));
    }
  }
  return (protocol, change) => places.get(keyOf(protocol, change));
}

function keyOf(protocol: string, { side, pointer }: Located): string {
  return [protocol, side, pointer].join("\n");
}

async function finderOf(reviewed: ReviewedProtocol, project: Project): Promise<(change: Located) => Promise<Place | undefined>> {
  const { before, after, review } = reviewed;
  if (after === undefined || (review.changes.length === 0 && review.version?.enough !== false)) return async () => undefined;
  const locate = remembering(await locatorOf(reviewed, after, project));
  const stood = before && remembering(before.locate);
  return async ({ side, pointer }) => {
    const place = await locate(nearest(after, pointer));
    return side === "after" || stood === undefined ? place : { ...place, stood: await stood(pointer) };
  };
}

/** What a module gives is shown in the module: nobody edits the document of its package. */
async function locatorOf({ review, head }: ReviewedProtocol, after: Source, { root }: Project): Promise<Locate> {
  const folder = join(root, "schemas", review.protocol);
  const isGenerated = head?.origin.kind === "file" && head.source === undefined;
  if (!isGenerated || !existsSync(folder)) return after.locate;
  const { ModulePositions } = await import("../load/modulePositions.ts");
  const positions = new ModulePositions(folder);
  return async (pointer) => positions.ofPointer(pointer, valueAt(after.document, pointer));
}

/** Many changes stand at one place. */
function remembering(locate: Locate): Locate {
  const known = new Map<string, Promise<Position>>();
  return (pointer) => {
    const place = known.get(pointer) ?? locate(pointer);
    known.set(pointer, place);
    return place;
  };
}

/** The pointer of a thing, or else of what is around it: what is not there might be taken for something of its name elsewhere. */
function nearest({ document }: Source, pointer: string): string {
  const steps = [...pointerSteps(pointer)];
  while (steps.length > 0 && valueAt(document, pointerOf(steps)) === undefined) steps.pop();
  return pointerOf(steps);
}

function inRepository({ stood, ...place }: Place, prefix: string): Place {
  const moved = move(place, prefix);
  return stood === undefined ? moved : { ...moved, stood: move(stood, prefix) };
}

/** The same for what is to be known of a run; what is about a folder is about no file. */
export function noteInRepository(note: Diagnostic, prefix: string): Diagnostic {
  const { position } = note;
  if (position.file === COMMAND.file) return note;
  return { ...note, position: position.file === "." ? COMMAND : move(position, prefix) };
}

function move<T extends Position>(place: T, prefix: string): T {
  if (isAbsolute(place.file)) return place;
  return { ...place, file: posix.join(prefix, place.file.split(sep).join("/")) };
}
