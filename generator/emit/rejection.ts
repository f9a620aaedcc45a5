import { callsOf } from "../model/calls.ts";
import type { Contract, Message } from "../model/contract.ts";
import { type Code, code, comment, join, name } from "./code.ts";
import type { TypeImports } from "./moduleImports.ts";

/** The error messages by which a server may answer a client, in the contract's order. */
export function rejectionsOf(contract: Contract): Message[] {
  const { messages, session } = contract;
  const answers = callsOf(contract, "client").flatMap(({ reply }) => reply?.errors ?? []);
  const names = new Set([session.errors?.message, ...answers.map((answer) => answer.name)]);
  return messages.filter((message) => names.has(message.name) && message.from.includes("server"));
}

/** Prints the guard of what rejects a call; nothing where no message does. */
export function printRejectionGuard(contract: Contract): Code {
  const names = rejectionsOf(contract).map((message) => code`${message.name}`);
  if (names.length === 0) return code``;
  return code`\n${aboutGuard()}export const ${name(contract.stubs.isRejection)} = /* @__PURE__ */ createRejectionGuard([${join(names, ", ")}]);\n`;
}

/** Declares that guard: it gives `reply` its type, which nothing else can where a failure is caught. */
export function declareRejectionGuard(contract: Contract, runtime: TypeImports, types: TypeImports): Code[] {
  const kinds = rejectionsOf(contract).map(
    (message) => code`${runtime.type("Rejection")}<${message.name}, ${types.value(message)}>`,
  );
  if (kinds.length === 0) return [];
  return [
    code`${aboutGuard()}export declare function ${name(contract.stubs.isRejection)}(error: unknown): error is ${join(kinds, " | ")};\n`,
  ];
}

function aboutGuard(): Code {
  return comment([
    "Whether a call failed because the server answered with an error message of the contract: its body is `reply`.",
  ]);
}
