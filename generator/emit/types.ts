import type { Contract, Definition, Message } from "../model/contract.ts";
import type { Field, Type } from "../model/type.ts";
import { type Code, type CommentLine, code, comment, deprecatedTag, join, name, property, remarksTag, spaces } from "./code.ts";
import { BANNER, type EmittedFile } from "./file.ts";
import { declareMaps } from "./maps.ts";
import { sentAs } from "./sentAs.ts";
import { declareSide } from "./side.ts";

/** Emits `types.d.ts`: one readable type for each message and named schema, and the unions of each side. */
export function emitTypes(contract: Contract): EmittedFile[] {
  const parts = [
    ...contract.definitions.map(declareDefinition),
    ...contract.messages.flatMap(declareMessage),
    ...declareSide(contract, "client"),
    ...declareSide(contract, "server"),
    ...declareMaps(contract, "client"),
    ...declareMaps(contract, "server"),
  ];
  const imports = code`import type { FrameError } from "@wirepact/runtime/codegen-v1";\n`;
  return [{ path: "types.d.ts", text: `${BANNER}\n${join([imports, ...parts], "\n").text}` }];
}

function declareDefinition({ identifier, type, description, deprecated, constraints }: Definition): Code {
  return declare(identifier, type, [description, sentence(constraints), deprecatedTag(deprecated)]);
}

function declareMessage(message: Message): Code[] {
  const { identifier, type, bodyType, body } = message;
  const lines = describeMessage(message);
  if (bodyType === null) return declareBody(message, identifier, type, lines);
  if (bodyType.type.kind === "reference") return [declare(identifier, type, lines)];
  const declared = replaceBody(type, body, { kind: "reference", identifier: bodyType.identifier });
  const about = [`Body of {@link ${identifier}}.`];
  return [...declareBody(message, bodyType.identifier, bodyType.type, about), declare(identifier, declared, lines)];
}

/** The body; where its fields are a type of their own, that one and then what the body has beside it. */
function declareBody(message: Message, identifier: string, type: Type, lines: readonly CommentLine[]): Code[] {
  const { fields } = message;
  if (fields.kind !== "own") return [declare(identifier, type, lines)];
  const own = declare(fields.identifier, fields.type, [`What is given to send {@link ${message.identifier}}.`]);
  if (fields.constant === null) return [own, declare(identifier, type, lines)];
  const constant: Type = { kind: "object", fields: [fields.constant], others: null };
  const body = isInterface(fields.type)
    ? code`${comment(lines)}export interface ${name(identifier)} extends ${name(fields.identifier)} ${printObject(constant, "")}\n`
    : code`${comment(lines)}export type ${name(identifier)} = ${printType(constant, "")} & ${name(fields.identifier)};\n`;
  return [own, body];
}

function isInterface(type: Type): type is Extract<Type, { kind: "object" }> {
  return type.kind === "object" && type.fields.length > 0;
}

/** What a reader sees when hovering over a message. */
function describeMessage(message: Message): CommentLine[] {
  const { description, details, from, source, notes, deprecated, sunset } = message;
  const constants = sentAs(message).map((constant) => `\`${constant.replaceAll("`", "'")}\``);
  const as = constants.length === 0 ? "" : ` as ${constants.join(" or ")}`;
  const sent = `Sent by the ${from.join(" and the ")}${as}${source === undefined ? "" : ` (${source})`}.`;
  return [description, details, sent, remarksTag(notes), deprecatedTag(deprecated, sunset)];
}

/** The frame's type with its body's replaced by a name. */
function replaceBody(type: Type, body: string, named: Type): Type {
  const [, step, ...rest] = body.split("/");
  if (type.kind !== "object" || step === undefined) return type;
  const inner = rest.length === 0 ? undefined : `/${rest.join("/")}`;
  const fields = type.fields.map((field) => {
    if (field.name !== step) return field;
    return { ...field, type: inner === undefined ? named : replaceBody(field.type, inner, named) };
  });
  return { ...type, fields };
}

function declare(identifier: string, type: Type, lines: readonly CommentLine[]): Code {
  if (isInterface(type)) return code`${comment(lines)}export interface ${name(identifier)} ${printObject(type, "")}\n`;
  return code`${comment(lines)}export type ${name(identifier)} = ${printType(type, "")};\n`;
}

/** Prints a type as TypeScript; `indent` is that of the line it stands on. */
export function printType(type: Type, indent: string): Code {
  switch (type.kind) {
    case "any":
      return code`unknown`;
    case "bytes":
      return code`Uint8Array`;
    case "never":
    case "null":
    case "boolean":
    case "string":
    case "number":
      return name(type.kind);
    case "literal":
      return code`${type.value}`;
    case "openEnum":
      return code`${join(
        type.known.map((value) => code`${value}`),
        " | ",
      )} | (string & {})`;
    case "list":
      return code`${printMember(type.item, indent)}[]`;
    case "tuple":
      return printTuple(type, indent);
    case "object":
      return printObject(type, indent);
    case "union":
      return join(
        type.members.map((member) => printMember(member, indent, " | ")),
        " | ",
      );
    case "intersection":
      return join(
        type.members.map((member) => printMember(member, indent)),
        " & ",
      );
    case "reference":
      return name(type.identifier);
  }
}

/** Puts a type into parentheses where an operator around it would bind tighter. */
function printMember(type: Type, indent: string, operator = ""): Code {
  const compound = type.kind === "union" || type.kind === "intersection" || type.kind === "openEnum";
  const safe = !compound || (operator === " | " && type.kind !== "intersection");
  return safe ? printType(type, indent) : code`(${printType(type, indent)})`;
}

function printTuple({ items, required, rest }: Extract<Type, { kind: "tuple" }>, indent: string): Code {
  const printed = items.map((item, index) => code`${printMember(item, indent)}${index < required ? code`` : code`?`}`);
  const tail = rest === null ? [] : [code`...${printMember(rest, indent)}[]`];
  return code`[${join([...printed, ...tail], ", ")}]`;
}

/** An object that names nothing and declares nothing is any object: TypeScript's `{}` would be any value. */
function printObject({ fields, others }: Extract<Type, { kind: "object" }>, indent: string): Code {
  if (fields.length === 0) return code`{ [key: string]: ${printType(others ?? { kind: "any" }, indent)} }`;
  const inner = `${indent}  `;
  const printed = fields.map((field) => printField(field, inner));
  const index = others === null ? [] : [code`${spaces(inner)}[key: string]: ${printType(others, inner)};\n`];
  return code`{\n${join([...printed, ...index], "")}${spaces(indent)}}`;
}

function printField(field: Field, indent: string): Code {
  const lines = [field.description, sentence(field.constraints), deprecatedTag(field.deprecated)];
  const mark = field.required ? code`` : code`?`;
  return code`${comment(lines, indent)}${spaces(indent)}${property(field.name)}${mark}: ${printType(field.type, indent)};\n`;
}

function sentence(constraints: readonly string[]): string | undefined {
  if (constraints.length === 0) return undefined;
  const text = constraints.join(", ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
