import { join } from "node:path";
import { pointerSteps } from "@wirepact/runtime";
import { Node, Project, type SourceFile } from "ts-morph";
import { type Position, shownPath } from "../diagnostics.ts";
import { startOf } from "./moduleError.ts";

/** Finds where the parts of a protocol stand in the TypeScript files that a person wrote. Imported only for a diagnostic: ts-morph is slow to load. */
export class ModulePositions {
  readonly #folder: string;
  readonly #files: readonly SourceFile[];

  constructor(folder: string) {
    this.#folder = folder;
    const project = new Project({
      skipAddingFilesFromTsConfig: true,
      skipFileDependencyResolution: true,
      skipLoadingLibFiles: true,
    });
    project.addSourceFilesAtPaths([join(folder, "**/*.{ts,mts,js,mjs}"), `!${join(folder, "**/node_modules/**")}`]);
    this.#files = project.getSourceFiles();
  }

  /** The place of what stands at a JSON Pointer of the printed document; the nearest thing around it where it has no words of its own. */
  ofPointer(pointer: string): Position {
    const [first, second, name, ...rest] = pointerSteps(pointer);
    const owned = first === "components" && name !== undefined;
    const start = owned ? this.#declaration(second === "schemas" ? "named" : "message", name) : this.#protocol();
    if (start === undefined) return startOf(join(this.#folder, "protocol.ts"));
    return positionOf(this.#descend(start, owned ? rest : pointerSteps(pointer)));
  }

  /** The place of a word: a declaration, a property or a string of that name. */
  ofWord(word: string): Position {
    for (const file of this.#files) {
      const found = file.getFirstDescendant(
        (node) => nameOf(node) === word || (Node.isStringLiteral(node) && node.getLiteralValue() === word),
      );
      if (found !== undefined) return positionOf(found);
    }
    return startOf(join(this.#folder, "protocol.ts"));
  }

  #protocol(): Node | undefined {
    return this.#find((node) => isCallOf(node, "protocol"));
  }

  /** Messages are declared as `NAME = message(…)`, shared schemas as `named("NAME", …)`. */
  #declaration(callee: "message" | "named", name: string): Node | undefined {
    if (callee === "message") {
      return (
        this.#find(
          (node) => nameOf(node) === name && node.getFirstDescendant((inner) => isCallOf(inner, "message")) !== undefined,
        ) ?? this.#named(name)
      );
    }
    return this.#find((node) => isCallOf(node, "named") && firstText(node) === name) ?? this.#named(name);
  }

  #named(name: string): Node | undefined {
    return this.#find((node) => nameOf(node) === name || (Node.isStringLiteral(node) && node.getLiteralValue() === name));
  }

  #find(test: (node: Node) => boolean): Node | undefined {
    for (const file of this.#files) {
      const found = file.getFirstDescendant(test);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Follows property names inwards, through constants that the module refers to, as far as they can be found. */
  #descend(start: Node, steps: readonly string[]): Node {
    let here = start;
    for (const step of steps) {
      const inner = here.getFirstDescendant((node) => node !== here && nameOf(node) === step);
      if (inner === undefined) continue;
      const target = Node.isShorthandPropertyAssignment(inner)
        ? this.#find((node) => Node.isVariableDeclaration(node) && node.getName() === step)
        : inner;
      here = target ?? inner;
    }
    return here;
  }
}

function nameOf(node: Node): string | undefined {
  if (Node.isVariableDeclaration(node) || Node.isShorthandPropertyAssignment(node)) return node.getName();
  if (!Node.isPropertyAssignment(node)) return undefined;
  const name = node.getNameNode();
  return Node.isStringLiteral(name) ? name.getLiteralValue() : name.getText();
}

function isCallOf(node: Node, callee: string): boolean {
  return Node.isCallExpression(node) && node.getExpression().getText() === callee;
}

function firstText(node: Node): string | undefined {
  const argument = Node.isCallExpression(node) ? node.getArguments()[0] : undefined;
  return Node.isStringLiteral(argument) ? argument.getLiteralValue() : undefined;
}

function positionOf(node: Node): Position {
  const file = node.getSourceFile();
  const { line, column } = file.getLineAndColumnAtPos(node.getStart());
  return { file: shownPath(file.getFilePath()), line, column };
}
