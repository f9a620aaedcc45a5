import type { Node } from "ts-morph";
import { DiagnosticError, shownPath } from "../diagnostics.ts";
import type { Room } from "./room.ts";

/** What a user has written so far: which names, and where more can be put in. */
export interface Written {
  readonly methods: readonly WrittenMethod[];
  /** Where the place itself begins. */
  readonly line: number;
  readonly column: number;
  readonly room: Room;
  /** Parts whose names the file does not show, such as what is spread from another file. */
  readonly hidden: readonly Node[];
}

/** A name that the user has written, and the line and column of it. */
export interface WrittenMethod {
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

/** A name, at the place of its node. */
export function writtenAt(node: Node, name: string): WrittenMethod {
  return { name, ...placeOf(node) };
}

/** Line and column of a node. The compiler's own table of lines is quick, however many members are asked for. */
export function placeOf(node: Node): { readonly line: number; readonly column: number } {
  const { line, character } = node.getSourceFile().compilerNode.getLineAndCharacterOfPosition(node.getStart());
  return { line: line + 1, column: character + 1 };
}

/** A file that cannot be read as handlers, at a place of it. */
export function unreadable(
  path: string,
  place: { readonly line: number; readonly column: number },
  text: string,
): DiagnosticError {
  const { line, column } = place;
  return new DiagnosticError({
    code: "bad-handlers",
    severity: "error",
    text,
    position: { file: shownPath(path), line, column },
  });
}
