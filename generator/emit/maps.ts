import type { Direction } from "@wirepact/runtime";
import type { Contract, Message } from "../model/contract.ts";
import { type Code, code, comment, join, name, property } from "./code.ts";

/** Declares what one side's messages hold and what is given to send them, by their names. Written out, so that pull requests show it. */
export function declareMaps({ messages }: Contract, side: Direction): Code[] {
  const sent = messages.filter(({ from }) => from.includes(side));
  // What the transport raises is heard, and never sent.
  const given = sent.filter(({ match }) => match.kind !== "lifecycle");
  const prefix = side === "client" ? "Client" : "Server";
  return [
    declareMap(`Bodies of the messages that the ${side} sends, by name.`, `${prefix}Messages`, sent, printValue),
    declareMap(`What is given to send each message of the ${side}, by name.`, `${prefix}Fields`, given, printFields),
  ];
}

/** The type of what a user of a message handles. */
export function printValue({ value, dataOptional }: Message): Code {
  if (value === null) return code`undefined`;
  return dataOptional ? code`${name(value)} | undefined` : name(value);
}

/** The type of what is given to send a message. */
export function printFields({ fields, value }: Message): Code {
  if (fields.kind === "own") return name(fields.identifier);
  return fields.kind === "none" || value === null ? NOTHING : name(value);
}

/** An object without properties: to TypeScript `{}` is any value. */
const NOTHING = code`{ [key: string]: never }`;

function declareMap(about: string, identifier: string, messages: readonly Message[], print: (message: Message) => Code): Code {
  const lines = messages.map((message) => code`  ${property(message.name)}: ${print(message)};\n`);
  return code`${comment([about])}export interface ${name(identifier)} {\n${join(lines, "")}}\n`;
}
