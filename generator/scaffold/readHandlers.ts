import { type CallExpression, Node, type ObjectLiteralExpression, type SourceFile, SyntaxKind } from "ts-morph";
import { bare, declaredAs, isCallOf, mentions, namesOf, tagsOf } from "./bindings.ts";
import { type ClassNode, isClass, type Members, membersOf } from "./members.ts";
import { endOfLine, indentsOf, type Room } from "./room.ts";
import type { StubFile } from "./stubFile.ts";
import { placeOf, unreadable, type Written } from "./written.ts";

/** An object or a class that holds handlers. */
type Place = ObjectLiteralExpression | ClassNode;

/** Handlers are an object held against the handlers' type or given to the call, or a class that implements it. */
export function readHandlers(path: string, source: SourceFile, file: StubFile): Written {
  const places = placesOf(source, file).map((place) => ({ place, members: membersOf(place) }));
  const parts = new Set(places.flatMap(({ members }) => members.parts));
  // What is spread into another place, or extended by it, is a part of that one.
  const [found, second] = places.filter(({ place }) => !parts.has(place));
  if (found === undefined) throw noHandlers(path, source, file);
  if (second === undefined) return writtenIn(found.place, found.members, file);
  const { line } = placeOf(found.place);
  const text = `holds handlers of ${file.protocol} a second time, after line ${line}; put each into a file of its own`;
  throw unreadable(path, placeOf(second.place), text);
}

function placesOf(source: SourceFile, file: StubFile): Place[] {
  const types = namesOf(source, file.type);
  const nodes = source.getDescendants().filter(isPlace);
  const declared = nodes.filter((node) =>
    Node.isObjectLiteralExpression(node) ? isTyped(node, types) : implementsType(node, types),
  );
  return [...new Set([...declared, ...serveCalls(source, file).flatMap((call) => givenTo(call) ?? [])])];
}

function serveCalls(source: SourceFile, { call }: StubFile): CallExpression[] {
  const names = namesOf(source, call);
  return source.getDescendantsOfKind(SyntaxKind.CallExpression).filter((node) => isCallOf(node, names));
}

function isPlace(node: Node | undefined): node is Place {
  return Node.isObjectLiteralExpression(node) || isClass(node);
}

/** What a call gets first, be it written there or under a name that the file declares. */
function givenTo(call: CallExpression): Place | undefined {
  const given = standsFor(bare(call.getArguments()[0]));
  const made = Node.isNewExpression(given) ? standsFor(bare(given.getExpression())) : given;
  return isPlace(made) ? made : undefined;
}

function standsFor(node: Node | undefined): Node | undefined {
  return Node.isIdentifier(node) ? declaredAs(node.getSourceFile(), node.getText()) : node;
}

/** Whether an object says that it is of the type: by its variable, `satisfies`, `as`, or as what a function gives. */
function isTyped(object: ObjectLiteralExpression, types: ReadonlySet<string>): boolean {
  const parent = unwrapped(object);
  if (Node.isSatisfiesExpression(parent) || Node.isAsExpression(parent)) return mentions(parent.getTypeNode()?.getText(), types);
  if (Node.isVariableDeclaration(parent)) {
    const said = [parent.getTypeNode()?.getText(), ...tagsOf(parent.getVariableStatement(), "type", "satisfies")];
    return said.some((text) => mentions(text, types));
  }
  const giver = Node.isReturnStatement(parent) ? parent.getFirstAncestor(Node.isFunctionLikeDeclaration) : parent;
  return Node.isReturnTyped(giver) && mentions(giver.getReturnTypeNode()?.getText(), types);
}

/** What stands around a node, parentheses aside. */
function unwrapped(node: Node): Node | undefined {
  const parent = node.getParent();
  return Node.isParenthesizedExpression(parent) ? unwrapped(parent) : parent;
}

function implementsType(declared: ClassNode, types: ReadonlySet<string>): boolean {
  const said = [...declared.getImplements().map((clause) => clause.getText()), ...tagsOf(declared, "implements")];
  return said.some((text) => mentions(text, types));
}

function writtenIn(place: Place, { methods, hidden }: Members, file: StubFile): Written {
  const room = Node.isObjectLiteralExpression(place) ? roomInObject(place) : roomInClass(place, file);
  return { methods, hidden, ...placeOf(place), room };
}

function roomInObject(object: ObjectLiteralExpression): Room {
  const last = object.getProperties().at(-1);
  // Without a comma after the last one, only the top is free: a comma of ours would touch a written line.
  const comma = last?.getNextSiblingIfKind(SyntaxKind.CommaToken);
  const at = endOfLine(object, comma?.getEnd() ?? object.getStart() + 1);
  return { at, kind: "object", ...indentsOf(object, last), receiver: "", type: "" };
}

function roomInClass(declared: ClassNode, { type }: StubFile): Room {
  const types = namesOf(declared.getSourceFile(), type);
  const clause = declared.getImplements().find((one) => mentions(one.getText(), types));
  const last = declared.getMembers().at(-1);
  const brace = declared.getFirstChildByKindOrThrow(SyntaxKind.OpenBraceToken);
  const at = endOfLine(declared, last?.getEnd() ?? brace.getEnd());
  return { at, kind: "class", ...indentsOf(declared, last), receiver: "", type: clause?.getText() ?? "" };
}

function noHandlers(path: string, source: SourceFile, file: StubFile): Error {
  const { type, call } = file;
  const [serving] = serveCalls(source, file);
  if (serving !== undefined) {
    const text = `gives ${call} handlers that this file does not define; name the file that does with --to`;
    return unreadable(path, placeOf(serving), text);
  }
  const text = `holds no handlers: no object of type ${type}, none given to ${call}(...), and no class that implements ${type}; name another file with --to`;
  return unreadable(path, { line: 1, column: 1 }, text);
}
