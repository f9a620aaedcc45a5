import { Node, type SourceFile } from "ts-morph";
import { componentKey } from "../define/print/componentKey.ts";

/** What stands in some files, by what it is called, in the order in which it is written: one walk for many questions. */
export class ModuleIndex {
  readonly #named = new Map<string, Node[]>();
  readonly #variables = new Map<string, Node[]>();
  readonly #calls = new Map<string, Node[]>();

  constructor(files: readonly SourceFile[]) {
    for (const file of files) file.forEachDescendant((node) => this.#add(node));
  }

  /** Declarations and properties whose name stands in the document under a key. */
  named(key: string): readonly Node[] {
    return this.#named.get(key) ?? [];
  }

  /** Declarations of variables of a name. */
  variables(name: string): readonly Node[] {
    return this.#variables.get(name) ?? [];
  }

  /** Calls of a function. */
  calls(callee: string): readonly Node[] {
    return this.#calls.get(callee) ?? [];
  }

  #add(node: Node): void {
    const name = nameOf(node);
    if (name !== undefined) put(this.#named, componentKey(name), node);
    if (Node.isVariableDeclaration(node)) put(this.#variables, node.getName(), node);
    if (Node.isCallExpression(node)) put(this.#calls, node.getExpression().getText(), node);
  }
}

/** The name of a variable, or of a property as it is written: a string without its quotes. */
export function nameOf(node: Node): string | undefined {
  if (Node.isVariableDeclaration(node) || Node.isShorthandPropertyAssignment(node)) return node.getName();
  if (!Node.isPropertyAssignment(node)) return undefined;
  const name = node.getNameNode();
  return Node.isStringLiteral(name) ? name.getLiteralValue() : name.getText();
}

function put(map: Map<string, Node[]>, key: string, node: Node): void {
  const nodes = map.get(key);
  if (nodes === undefined) map.set(key, [node]);
  else nodes.push(node);
}
