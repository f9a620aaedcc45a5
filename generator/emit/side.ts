import type { Direction } from "@wirepact/runtime";
import type { Contract } from "../model/contract.ts";
import { type Code, code, comment, name } from "./code.ts";

/** Declares what one side sends: any message, any name, and what parsing a frame gives. Written out, so that hover text shows it. */
export function declareSide({ messages }: Contract, side: Direction): Code[] {
  const sent = messages.filter(({ from }) => from.includes(side));
  const prefix = side === "client" ? "Client" : "Server";
  const values = sent.map(({ identifier }) => name(identifier));
  const names = sent.map((message) => code`${message.name}`);
  const results = sent.map(
    (message) => code`{ readonly ok: true; readonly message: ${message.name}; readonly value: ${name(message.identifier)} }`,
  );
  const refused = code`{ readonly ok: false; readonly error: FrameError }`;
  const about = `What parsing a frame of the ${side} gives: the message under its name, or why it is none.`;
  return [
    declareUnion(`Any message that the ${side} sends.`, `${prefix}Message`, values),
    declareUnion(`Name of any message that the ${side} sends.`, `${prefix}MessageName`, names),
    declareUnion(about, `Parsed${prefix}Message`, [...results, refused]),
  ];
}

function declareUnion(about: string, identifier: string, members: readonly Code[]): Code {
  const union = members.length === 0 ? code` never` : members.map((member) => code`\n  | ${member}`);
  return code`${comment([about])}export type ${name(identifier)} =${union};\n`;
}
