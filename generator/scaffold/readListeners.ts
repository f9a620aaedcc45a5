import {
  type Block,
  type CallExpression,
  Node,
  type NoSubstitutionTemplateLiteral,
  type ParameterDeclaration,
  type SourceFile,
  type StringLiteral,
  SyntaxKind,
  type VariableDeclaration,
} from "ts-morph";
import { bare, isCallOf, mentions, namesOf, tagsOf } from "./bindings.ts";
import { endOfLine, indentsOf, type Room } from "./room.ts";
import type { StubFile } from "./stubFile.ts";
import { placeOf, unreadable, type Written, writtenAt } from "./written.ts";

/** What is known as a client in a file: a parameter of its type, or a variable that holds what connecting gave. */
type ClientNode = ParameterDeclaration | VariableDeclaration;

/** Listeners are the calls of `on` in the file; more of them go to where the file first has a client. */
export function readListeners(path: string, source: SourceFile, file: StubFile): Written {
  const clients = clientsOf(source, file);
  const [first] = clients.flatMap((client) => (roomFor(client) === undefined ? [] : [client]));
  const room = first === undefined ? undefined : roomFor(first);
  if (first === undefined || room === undefined) throw noListeners(path, file);
  const names = new Set(clients.map((client) => client.getName()));
  const calls = source.getDescendantsOfKind(SyntaxKind.CallExpression).flatMap((call) => listenedBy(call, names));
  const methods = calls.filter(isText).map((message) => writtenAt(message, message.getLiteralText()));
  return { methods, hidden: calls.filter((message) => !isText(message)), ...placeOf(first), room };
}

function clientsOf(source: SourceFile, { type, call }: StubFile): ClientNode[] {
  const [types, calls] = [namesOf(source, type), namesOf(source, call)];
  return source.getDescendants().filter((node): node is ClientNode => {
    if (Node.isParameterDeclaration(node)) return Node.isIdentifier(node.getNameNode()) && isClientParameter(node, types);
    if (!Node.isVariableDeclaration(node) || !Node.isIdentifier(node.getNameNode())) return false;
    const given = bare(node.getInitializer());
    return (given !== undefined && isCallOf(given, calls)) || mentions(node.getTypeNode()?.getText(), types);
  });
}

function isClientParameter(parameter: ParameterDeclaration, types: ReadonlySet<string>): boolean {
  if (mentions(parameter.getTypeNode()?.getText(), types)) return true;
  const holder = parameter.getParent();
  const documented = Node.isJSDocable(holder) ? holder : holder.getFirstAncestor(Node.isVariableStatement);
  const name = parameter.getName();
  return tagsOf(documented, "param").some((text) => mentions(text, types) && mentions(text, new Set([name])));
}

/** Where more listeners of a client go: the end of its function, or behind those that a variable has. */
function roomFor(client: ClientNode): Room | undefined {
  const place = Node.isParameterDeclaration(client) ? endOfFunction(client) : behindVariable(client);
  return place === undefined ? undefined : { ...place, kind: "calls", receiver: client.getName(), type: "" };
}

type Where = Pick<Room, "at" | "indent" | "step">;

function endOfFunction(parameter: ParameterDeclaration): Where | undefined {
  const holder = parameter.getParent();
  const body = Node.isBodied(holder) || Node.isBodyable(holder) ? holder.getBody() : undefined;
  if (!Node.isBlock(body)) return undefined;
  const last = body.getStatements().at(-1);
  // Nothing behind a way out would ever run.
  if (last !== undefined && isWayOut(last)) return { at: endOfLine(body, body.getStart() + 1), ...indentsOf(body, last) };
  return { at: endOfLine(body, last?.getEnd() ?? body.getStart() + 1), ...indentsOf(body, last) };
}

function isWayOut(statement: Node): boolean {
  return Node.isReturnStatement(statement) || Node.isThrowStatement(statement);
}

function behindVariable(variable: VariableDeclaration): Where | undefined {
  const statement = variable.getVariableStatement();
  const holder = statement?.getParent();
  if (statement === undefined || !(Node.isBlock(holder) || Node.isSourceFile(holder))) return undefined;
  const last = statementsOf(holder).findLast((one) => isListener(one, variable.getName())) ?? statement;
  return { at: endOfLine(last, last.getEnd()), ...indentsOf(holder, last) };
}

function statementsOf(holder: Block | SourceFile): Node[] {
  return holder.getStatements();
}

function isListener(statement: Node, client: string): boolean {
  const call = Node.isExpressionStatement(statement) ? statement.getExpression() : undefined;
  return Node.isCallExpression(call) && listenedBy(call, new Set([client])).length > 0;
}

/** The message that a call listens to, where its receiver is a client, or a field that may hold one. */
function listenedBy(call: CallExpression, clients: ReadonlySet<string>): Node[] {
  const callee = call.getExpression();
  const [message] = call.getArguments();
  if (!Node.isPropertyAccessExpression(callee) || callee.getName() !== "on" || message === undefined) return [];
  const receiver = callee.getExpression();
  const isField = Node.isPropertyAccessExpression(receiver) && Node.isThisExpression(receiver.getExpression());
  return isField || clients.has(receiver.getText()) ? [message] : [];
}

function isText(node: Node): node is StringLiteral | NoSubstitutionTemplateLiteral {
  return Node.isStringLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node);
}

function noListeners(path: string, { type, call }: StubFile): Error {
  const text = `holds no listeners: no function with a parameter of type ${type}, and no variable that holds what ${call}(...) gives; name another file with --to`;
  return unreadable(path, { line: 1, column: 1 }, text);
}
