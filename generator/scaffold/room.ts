import type { Node } from "ts-morph";

/** What may be put into a place, and so how it is printed. */
export type RoomKind = "object" | "class" | "calls";

/** Where lines can be put in without touching a written one. */
export interface Room {
  readonly at: number;
  readonly kind: RoomKind;
  /** White space in front of each line, and in front of what stands inside of one more block. */
  readonly indent: string;
  readonly step: string;
  /** What the user calls the client whose messages are listened to. */
  readonly receiver: string;
  /** The type that a class says it implements, as it stands there; empty where its language writes no types. */
  readonly type: string;
}

/** The end of a place's line, where nothing but a comment follows on it; else right after the place. */
export function endOfLine(node: Node, place: number): number {
  const rest = /^[^\S\r\n]*(\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/[^\S\r\n]*)?(?=\r?\n)/.exec(textOf(node).slice(place));
  return place + (rest?.[0].length ?? 0);
}

/** How lines beside a neighbour are indented, and else those inside of a container. */
export function indentsOf(container: Node, neighbour: Node | undefined): Pick<Room, "indent" | "step"> {
  const outer = indentOf(container);
  const inner = neighbour !== undefined && isFirstOnLine(neighbour) ? indentOf(neighbour) : undefined;
  if (inner?.startsWith(outer) && inner !== outer) return { indent: inner, step: inner.slice(outer.length) };
  const step = /^\t/m.test(textOf(container)) ? "\t" : "  ";
  return { indent: inner ?? outer + step, step };
}

/** White space that begins the line on which a node stands. */
function indentOf(node: Node): string {
  return /^[^\S\r\n]*/.exec(lineBefore(node))?.[0] ?? "";
}

function isFirstOnLine(node: Node): boolean {
  return lineBefore(node).trim() === "";
}

function lineBefore(node: Node): string {
  const before = textOf(node).slice(0, node.getStart());
  return before.slice(before.lastIndexOf("\n") + 1);
}

function textOf(node: Node): string {
  return node.getSourceFile().getFullText();
}
