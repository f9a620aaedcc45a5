import { join } from "node:path";
import { pointerSteps } from "@wirepact/runtime";
import { Node, Project, type SourceFile } from "ts-morph";
import type { Listing, Mention } from "../define/definitionError.ts";
import { componentKey } from "../define/print/componentKey.ts";
import { type Position, shownPath } from "../diagnostics.ts";
import type { Json } from "../json.ts";
import { startOf } from "./moduleError.ts";
import { ModuleIndex, nameOf } from "./moduleIndex.ts";

/** Finds where the parts of a protocol stand in the TypeScript files that a person wrote. Imported only for a diagnostic: ts-morph is slow to load. */
export class ModulePositions {
  readonly #folder: string;
  readonly #files: readonly SourceFile[];
  readonly #index: ModuleIndex;

  constructor(folder: string) {
    this.#folder = folder;
    const project = new Project({
      skipAddingFilesFromTsConfig: true,
      skipFileDependencyResolution: true,
      skipLoadingLibFiles: true,
    });
    project.addSourceFilesAtPaths([join(folder, "**/*.{ts,mts,js,mjs}"), `!${join(folder, "**/node_modules/**")}`]);
    this.#files = project.getSourceFiles();
    this.#index = new ModuleIndex(this.#files);
  }

  /**
   * The place of what stands at a JSON Pointer of the printed document; the nearest thing around it where it has no
   * words of its own, or in that the text that stands there.
   */
  ofPointer(pointer: string, value?: Json): Position {
    const [first, second, name, ...rest] = pointerSteps(pointer);
    const owned = first === "components" && name !== undefined;
    const declared = owned ? this.#declaration(second === "schemas" ? "named" : "message", name) : undefined;
    const start = declared ?? (first === "operations" ? this.#reply(second ?? "") : undefined) ?? this.#protocol();
    if (start === undefined) return startOf(join(this.#folder, "protocol.ts"));
    const { node, isWhole } = this.#descend(start, owned ? rest : pointerSteps(pointer));
    return positionOf((isWhole ? undefined : wordIn(node, value)) ?? node);
  }

  /** The place where a word is listed for the second time: below the named property, behind the first. */
  ofListing({ side, group, word }: Listing): Position {
    const protocol = this.#protocol();
    const groups = protocol === undefined ? protocol : nearest(protocol, side);
    const one = groups === undefined ? groups : (listOf(groups)?.getElements()[group] ?? groups);
    const found = one === undefined ? one : nearest(one, word);
    return found === undefined ? this.ofWord(word) : positionOf(found);
  }

  /** The place where a rule speaks of a message: its name there or, where it is written in place, its description. */
  ofMention({ rule, description }: Mention): Position {
    const protocol = this.#protocol();
    const place = protocol === undefined ? protocol : (nearest(protocol, rule) ?? protocol);
    if (place === undefined) return this.ofWord(rule);
    const names = this.#files.flatMap((file) => namesOfMessages(file, description));
    const mentioned = place.getFirstDescendant((node) => Node.isIdentifier(node) && names.includes(node.getText()));
    return positionOf(mentioned ?? place.getFirstDescendant((node) => isText(node, description)) ?? place);
  }

  /** The place of a word: a declaration, a property or a string of that name. */
  ofWord(word: string): Position {
    for (const file of this.#files) {
      const found = file.getFirstDescendant((node) => nameOf(node) === word || isText(node, word));
      if (found !== undefined) return positionOf(found);
    }
    return startOf(join(this.#folder, "protocol.ts"));
  }

  /** The whole of `reply(NAME).with(…)`, from which the operation of a message has its reply. */
  #reply(operation: string): Node | undefined {
    const key = operation.replace(/^(receive|send)-/, "");
    const listed = this.#find((node) => Node.isPropertyAssignment(node) && isOfKey(nameOf(node), key));
    const value = Node.isPropertyAssignment(listed) ? listed.getInitializer() : undefined;
    const message = Node.isIdentifier(value) ? value.getText() : key;
    let here = this.#find((node) => isCallOf(node, "reply") && firstArgument(node)?.getText() === message);
    for (let outer = here; outer !== undefined && (Node.isCallExpression(outer) || Node.isPropertyAccessExpression(outer)); ) {
      here = outer;
      outer = outer.getParent();
    }
    return here;
  }

  #protocol(): Node | undefined {
    return this.#index.calls("protocol")[0];
  }

  /** Messages are declared as `NAME = message(…)`, or listed as `NAME: constant`; shared schemas as `named("NAME", …)`. */
  #declaration(callee: "message" | "named", name: string): Node | undefined {
    const call = this.#index.calls("named").find((node) => isOfKey(firstText(node), name));
    if (callee === "named" && call !== undefined) return call;
    const named = this.#index.named(name);
    const declared = named.find((node) => !Node.isShorthandPropertyAssignment(node) && holdsCall(node, callee));
    const listed = declared ?? named.find((node) => Node.isPropertyAssignment(node) && this.#holdsMessage(node));
    const found = listed ?? this.#find((node) => isOfKey(nameOf(node), name) || isText(node, name));
    return found && this.#meant(found);
  }

  /** Whether a property stands for a constant that is a message. */
  #holdsMessage(node: Node): boolean {
    return holdsCall(this.#meant(node), "message");
  }

  #find(test: (node: Node) => boolean): Node | undefined {
    for (const file of this.#files) {
      const found = file.getFirstDescendant(test);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Follows property names inwards, the nearest of each name, through constants that the module refers to. */
  #descend(start: Node, steps: readonly string[]): { readonly node: Node; readonly isWhole: boolean } {
    let node = start;
    let isWhole = true;
    for (const step of steps) {
      const inner = nearest(node, step) ?? this.#spread(node, step);
      isWhole = inner !== undefined;
      if (inner !== undefined) node = this.#meant(inner);
    }
    return { node, isWhole };
  }

  /** Something in a constant that a node takes in: `fields: { ...common }`, or `fields: common`. */
  #spread(node: Node, step: string): Node | undefined {
    for (const inner of node.getDescendants()) {
      const name = takenIn(inner);
      const [spread] = name === undefined ? [] : this.#index.variables(name);
      const found = spread ? nearest(spread, step) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** What a name stands for: the constant, first of the same file, that a shorthand or a plain identifier refers to. */
  #meant(node: Node): Node {
    const initializer = Node.isPropertyAssignment(node) ? node.getInitializer() : undefined;
    const reference = Node.isShorthandPropertyAssignment(node)
      ? node.getName()
      : Node.isIdentifier(initializer)
        ? initializer.getText()
        : undefined;
    if (reference === undefined) return node;
    const meant = this.#index.variables(reference);
    return meant.find((other) => other.getSourceFile() === node.getSourceFile()) ?? meant[0] ?? node;
  }
}

/** The name of a constant that a node spreads, or gives to a property. */
function takenIn(node: Node): string | undefined {
  if (Node.isSpreadAssignment(node)) return node.getExpression().getText();
  const value = Node.isPropertyAssignment(node) ? node.getInitializer() : undefined;
  return Node.isIdentifier(value) ? value.getText() : undefined;
}

/** The outermost thing of a name, or, for a number, the item of the list at hand. */
function nearest(root: Node, step: string): Node | undefined {
  const list = /^\d+$/.test(step) ? listOf(root) : undefined;
  if (list !== undefined) return list.getElements()[Number(step)];
  let level = root.forEachChildAsArray();
  while (level.length > 0) {
    const found = level.find((node) => nameOf(node) === step || isText(node, step));
    if (found !== undefined) return found;
    level = level.flatMap((node) => node.forEachChildAsArray());
  }
  return undefined;
}

/** A text inside of a node, as it stands in the document or, where that is a pointer to a property, by the property's name. */
function wordIn(node: Node, value: Json | undefined): Node | undefined {
  if (typeof value !== "string" || value === "") return undefined;
  const words = [value, ...(value.startsWith("/") ? [value.slice(1)] : [])];
  return node.getFirstDescendant((inner) => words.some((word) => isText(inner, word)));
}

function listOf(node: Node) {
  const held = Node.isPropertyAssignment(node) || Node.isVariableDeclaration(node) ? node.getInitializer() : node;
  if (Node.isArrayLiteralExpression(held)) return held;
  return Node.isCallExpression(held)
    ? held.getArguments().find((argument) => Node.isArrayLiteralExpression(argument))
    : undefined;
}

function holdsCall(node: Node, callee: string): boolean {
  return isCallOf(node, callee) || node.getFirstDescendant((inner) => isCallOf(inner, callee)) !== undefined;
}

function isText(node: Node, text: string): boolean {
  return Node.isStringLiteral(node) && node.getLiteralValue() === text;
}

/** Whether a name that a person wrote stands in the document under a key. */
function isOfKey(name: string | undefined, key: string): boolean {
  return name !== undefined && componentKey(name) === key;
}

/** The constants that are messages of a description. */
function namesOfMessages(file: SourceFile, description: string): string[] {
  const described = file.getDescendants().filter((node) => isText(node, description));
  return described.flatMap((node) => {
    const declaration = node.getFirstAncestor((outer) => Node.isVariableDeclaration(outer));
    return Node.isVariableDeclaration(declaration) ? [declaration.getName()] : [];
  });
}

function isCallOf(node: Node, callee: string): boolean {
  return Node.isCallExpression(node) && node.getExpression().getText() === callee;
}

function firstArgument(node: Node): Node | undefined {
  return Node.isCallExpression(node) ? node.getArguments()[0] : undefined;
}

function firstText(node: Node): string | undefined {
  const argument = firstArgument(node);
  return Node.isStringLiteral(argument) ? argument.getLiteralValue() : undefined;
}

function positionOf(node: Node): Position {
  const file = node.getSourceFile();
  const { line, column } = file.getLineAndColumnAtPos(node.getStart());
  return { file: shownPath(file.getFilePath()), line, column };
}
