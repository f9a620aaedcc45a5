import {
  type ClassDeclaration,
  type ClassExpression,
  type ClassMemberTypes,
  Node,
  type ObjectLiteralElementLike,
  type ObjectLiteralExpression,
  type PropertyAssignment,
  SyntaxKind,
} from "ts-morph";
import { bare, declaredAs, memberName } from "./bindings.ts";
import { type WrittenMethod, writtenAt } from "./written.ts";

/** A class, whether it is declared or a value. */
export type ClassNode = ClassDeclaration | ClassExpression;

/** What an object or a class holds. */
export interface Members {
  readonly methods: readonly WrittenMethod[];
  /** Parts whose names the file does not show. */
  readonly hidden: readonly Node[];
  /** Objects and classes of the file that it takes members from. */
  readonly parts: readonly Node[];
}

/** Whether a node is a class. */
export function isClass(node: Node | undefined): node is ClassNode {
  return Node.isClassDeclaration(node) || Node.isClassExpression(node);
}

/** The members of an object or a class, those of the file's own that it spreads or extends included. */
export function membersOf(place: ObjectLiteralExpression | ClassNode): Members {
  return collect(place, new Set());
}

function collect(place: ObjectLiteralExpression | ClassNode, seen: Set<Node>): Members {
  seen.add(place);
  const own = Node.isObjectLiteralExpression(place) ? ofObject(place, seen) : ofClass(place, seen);
  return merged([...own, assignedTo(place)]);
}

function ofObject(object: ObjectLiteralExpression, seen: Set<Node>): Members[] {
  return object.getProperties().map((property) => {
    if (Node.isSpreadAssignment(property)) return taken(property.getExpression(), seen);
    // This name sets what the object inherits from.
    if (isPrototype(property)) return taken(property.getInitializer(), seen);
    return named(property, memberName(property.getNameNode()));
  });
}

function isPrototype(property: ObjectLiteralElementLike): property is PropertyAssignment {
  return (
    Node.isPropertyAssignment(property) &&
    !Node.isComputedPropertyName(property.getNameNode()) &&
    memberName(property.getNameNode()) === "__proto__"
  );
}

function ofClass(declared: ClassNode, seen: Set<Node>): Members[] {
  const base = declared.getExtends()?.getExpression();
  const inherited = base === undefined || base.getKind() === SyntaxKind.NullKeyword ? [] : [taken(base, seen)];
  return [...declared.getMembers().map(ofMember), ...inherited];
}

/** A user's class has members of its own beside its handlers: fields, statics and what is private. */
function ofMember(member: ClassMemberTypes): Members {
  const isNamed = Node.isMethodDeclaration(member) || Node.isPropertyDeclaration(member) || Node.isGetAccessorDeclaration(member);
  if (!isNamed || member.isStatic() || Node.isPrivateIdentifier(member.getNameNode())) return NOTHING;
  if (member.hasModifier(SyntaxKind.PrivateKeyword) || member.hasModifier(SyntaxKind.ProtectedKeyword)) return NOTHING;
  if (Node.isPropertyDeclaration(member) && !isCallable(bare(member.getInitializer()))) return NOTHING;
  return named(member, memberName(member.getNameNode()));
}

/** Whether a field's value may be called; only a literal certainly may not. */
function isCallable(value: Node | undefined): boolean {
  return (
    value !== undefined && !Node.isLiteralLike(value) && !Node.isNewExpression(value) && !Node.isObjectLiteralExpression(value)
  );
}

/** Members that are put there later: `handlers.say = ...`. */
function assignedTo(place: Node): Members {
  const variable = place.getFirstAncestor((node) => !isTransparent(node));
  if (!Node.isVariableDeclaration(variable)) return NOTHING;
  const assignments = place.getSourceFile().getDescendantsOfKind(SyntaxKind.BinaryExpression);
  const targets = assignments
    .filter((one) => one.getOperatorToken().getKind() === SyntaxKind.EqualsToken)
    .map((one) => one.getLeft())
    .filter(Node.isPropertyAccessExpression)
    .filter((target) => target.getExpression().getText() === variable.getName());
  return merged(targets.map((target) => named(target.getNameNode(), target.getName())));
}

function isTransparent(node: Node): boolean {
  return Node.isParenthesizedExpression(node) || Node.isAsExpression(node) || Node.isSatisfiesExpression(node);
}

/** Members taken from an expression: shown where it is an object or a class of this file. */
function taken(expression: Node | undefined, seen: Set<Node>): Members {
  const node = bare(expression);
  const value = Node.isIdentifier(node) ? declaredAs(node.getSourceFile(), node.getText()) : node;
  if (Node.isObjectLiteralExpression(value) || isClass(value)) {
    if (seen.has(value)) return NOTHING;
    const inner = collect(value, seen);
    return { ...inner, parts: [...inner.parts, value] };
  }
  return node === undefined ? NOTHING : { ...NOTHING, hidden: [node] };
}

const NOTHING: Members = { methods: [], hidden: [], parts: [] };

function named(node: Node, name: string | undefined): Members {
  return name === undefined ? { ...NOTHING, hidden: [node] } : { ...NOTHING, methods: [writtenAt(node, name)] };
}

function merged(all: readonly Members[]): Members {
  return {
    methods: all.flatMap(({ methods }) => methods),
    hidden: all.flatMap(({ hidden }) => hidden),
    parts: all.flatMap(({ parts }) => parts),
  };
}
