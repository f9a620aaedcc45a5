import type { Direction } from "@wirepact/runtime";
import type { Contract, Message } from "../model/contract.ts";
import { type Code, code, name } from "./code.ts";

/** Longer examples would hide what the program is about. */
const LONGEST = 400;

/** The README's program: it reads an example of the contract or, where there is none, what the socket delivers. */
export function printProgram(contract: Contract): string {
  const sent = (side: Direction) => contract.messages.filter(({ from }) => from.includes(side));
  const side = sent("server").length > 0 ? "server" : "client";
  const parser = name(side === "server" ? "parseServerMessage" : "parseClientMessage");
  const examples = sent(side).filter((message) => exampleOf(message) !== undefined);
  // What one side alone sends says more of the protocol than what both do, such as a ping.
  const found = examples.find(({ from }) => from.length === 1) ?? examples[0];
  const shown = found ?? sent(side)[0];
  const reader = found === undefined ? readDelivered(contract, parser, shown) : readExample(found, parser);
  return code`import { ${parser} } from ${contract.packageName};\n\n${reader}`.text;
}

function readExample(message: Message, parser: Code): Code {
  return code`const frame = ${exampleOf(message)};
const result = ${parser}(frame);
${printResult(message, "")}`;
}

function readDelivered(contract: Contract, parser: Code, message: Message | undefined): Code {
  const { imported, parameters, frame } = deliveredBy(contract);
  return code`${imported}/** Takes what the socket delivers. */
export function read(${parameters}) {
  const result = ${parser}(${frame});
${printResult(message, "  ")}
}`;
}

function printResult(message: Message | undefined, indent: "" | "  "): Code {
  const margin = indent === "" ? code`` : code`  `;
  return code`${margin}if (!result.ok) console.error(result.error.message);
${margin}else if (result.message === ${message?.name ?? ""}) console.log(result.value);`;
}

function deliveredBy({ transport, encodings }: Contract): { imported: Code; parameters: Code; frame: Code } {
  if (transport === "socketio") return { imported: code``, parameters: code`event, data`, frame: code`{ event, data }` };
  if (encodings.initial === "json") return { imported: code``, parameters: code`text`, frame: code`JSON.parse(text)` };
  const imported = code`import { decode } from ${"@msgpack/msgpack"};\n\n`;
  return { imported, parameters: code`bytes`, frame: code`decode(bytes), ${"msgpack"}` };
}

function exampleOf({ examples, match }: Message) {
  if (match.kind !== "constant") return undefined;
  return examples.find((example) => JSON.stringify(example).length <= LONGEST);
}
