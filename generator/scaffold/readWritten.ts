import {
  type CallExpression,
  type ClassDeclaration,
  type FunctionDeclaration,
  Node,
  type ObjectLiteralExpression,
  Project,
  type SourceFile,
  SyntaxKind,
} from "ts-morph";
import { DiagnosticError, shownPath } from "../diagnostics.ts";
import type { StubFile, StubSide } from "./stubFile.ts";

/** What a user has written so far: which names, and where more can be put in. */
export interface Written {
  readonly methods: readonly WrittenMethod[];
  readonly room: Room;
}

/** A name that the user has written, and the line and column of it. */
export interface WrittenMethod {
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

/** Where lines can be put in without touching a written one. */
export interface Room {
  readonly at: number;
  readonly kind: "object" | "class" | "calls";
  /** What the user calls the client whose messages are listened to. */
  readonly receiver: string;
}

/** Reads a user's file by its syntax alone; throws where it does not parse, or holds no place for what a side must write. */
export function readWritten(path: string, text: string, file: StubFile): Written {
  const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true, skipFileDependencyResolution: true });
  const source = project.createSourceFile("handlers.ts", text);
  const broken = syntaxError(source);
  if (broken !== undefined)
    throw unreadable(path, source, broken.start, `does not parse: ${String(broken.messageText)}; mend it`);
  const written = readers[file.side](source, file);
  if (written === undefined) throw unreadable(path, source, 0, noPlace[file.side](file));
  return written;
}

/** The compiler keeps syntax errors on the file; only its own types hide them. */
function syntaxError({ compilerNode }: SourceFile): { readonly messageText: unknown; readonly start: number } | undefined {
  return (compilerNode as unknown as { parseDiagnostics: readonly { messageText: unknown; start: number }[] })
    .parseDiagnostics[0];
}

const noPlace: Readonly<Record<StubSide, (file: StubFile) => string>> = {
  server: ({ type, call }) =>
    `holds no handlers: no object of type ${type}, none given to ${call}(...), and no class that implements ${type}; name another file with --to`,
  client: ({ type }) => `holds no listeners: no function with a parameter of type ${type}; name another file with --to`,
};

function unreadable(path: string, source: SourceFile, at: number, text: string): DiagnosticError {
  const { line, column } = source.getLineAndColumnAtPos(at);
  return new DiagnosticError({
    code: "bad-handlers",
    severity: "error",
    text,
    position: { file: shownPath(path), line, column },
  });
}

const readers: Readonly<Record<StubSide, (source: SourceFile, file: StubFile) => Written | undefined>> = {
  server: readHandlers,
  client: readListeners,
};

/** Handlers are an object held against the handlers' type or given to the call, or a class that implements it. */
function readHandlers(source: SourceFile, file: StubFile): Written | undefined {
  return source.forEachDescendant((node) => {
    if (Node.isObjectLiteralExpression(node)) return isHandlers(node, file) ? ofObject(node) : undefined;
    return Node.isClassDeclaration(node) && implementsType(node, file) ? ofClass(node) : undefined;
  });
}

function isHandlers(object: ObjectLiteralExpression, { type, call }: StubFile): boolean {
  const parent = object.getParent();
  if (Node.isVariableDeclaration(parent)) return mentions(parent.getTypeNode()?.getText(), type);
  if (Node.isSatisfiesExpression(parent) || Node.isAsExpression(parent)) return mentions(parent.getTypeNode()?.getText(), type);
  return Node.isCallExpression(parent) && parent.getExpression().getText() === call && parent.getArguments()[0] === object;
}

/** Whether a type is the wanted one, perhaps with arguments of its own or wrapped, as in `Partial<PanelHandlers<User>>`. */
function mentions(text: string | undefined, type: string): boolean {
  return text?.split(/[^\w$]+/).includes(type) ?? false;
}

function implementsType(declared: ClassDeclaration, { type }: StubFile): boolean {
  return declared.getImplements().some((clause) => mentions(clause.getText(), type));
}

function ofObject(object: ObjectLiteralExpression): Written {
  const properties = object.getProperties();
  const methods = properties.flatMap((property) => ("getName" in property ? [writtenAt(property, property.getName())] : []));
  // Without a comma after the last one, only the top is free: a comma of ours would touch a written line.
  const comma = properties.at(-1)?.getNextSiblingIfKind(SyntaxKind.CommaToken);
  return { methods, room: roomAfter(object, comma?.getEnd() ?? object.getStart() + 1, "object") };
}

function ofClass(declared: ClassDeclaration): Written {
  const members = declared.getMembers();
  const methods = members.flatMap((member) => ("getName" in member ? [writtenAt(member, member.getName() ?? "")] : []));
  const brace = declared.getFirstChildByKindOrThrow(SyntaxKind.OpenBraceToken);
  return { methods, room: roomAfter(declared, members.at(-1)?.getEnd() ?? brace.getEnd(), "class") };
}

/** Listeners are the calls of `on` in the file; more of them go to the end of the function that takes the client. */
function readListeners(source: SourceFile, { type }: StubFile): Written | undefined {
  const listen = source.getFunctions().find((declared) => clientOf(declared, type) !== undefined);
  const body = listen?.getBody();
  if (listen === undefined || !Node.isBlock(body)) return undefined;
  const methods = source.getDescendantsOfKind(SyntaxKind.CallExpression).flatMap(listenedBy);
  const at = body.getStatements().at(-1)?.getEnd() ?? body.getStart() + 1;
  return { methods, room: { ...roomAfter(body, at, "calls"), receiver: clientOf(listen, type) ?? "client" } };
}

function clientOf(declared: FunctionDeclaration, type: string): string | undefined {
  return declared
    .getParameters()
    .find((parameter) => mentions(parameter.getTypeNode()?.getText(), type))
    ?.getName();
}

function listenedBy(call: CallExpression): WrittenMethod[] {
  const callee = call.getExpression();
  const [message] = call.getArguments();
  if (!Node.isPropertyAccessExpression(callee) || callee.getName() !== "on" || !Node.isStringLiteral(message)) return [];
  return [writtenAt(message, message.getLiteralText())];
}

function writtenAt(node: Node, name: string): WrittenMethod {
  const { line, column } = node.getSourceFile().getLineAndColumnAtPos(node.getStart());
  return { name: name.replace(/^(["'])(.*)\1$/, "$2"), line, column };
}

/** The end of the line, where nothing but a comment follows on it; else right after the place. */
function roomAfter(node: Node, place: number, kind: Room["kind"]): Room {
  const rest = /^[^\S\r\n]*(\/\/[^\r\n]*|\/\*[^\r\n]*\*\/[^\S\r\n]*)?(?=\r?\n)/.exec(
    node.getSourceFile().getFullText().slice(place),
  );
  return { at: place + (rest?.[0].length ?? 0), kind, receiver: "client" };
}
