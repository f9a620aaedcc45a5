import { Code, code, comment, join, name } from "../emit/code.ts";
import type { Room } from "./room.ts";
import type { StubMethod } from "./stubFile.ts";

/** How things to write are printed, wherever they go. */
export interface Style extends Pick<Room, "kind" | "indent" | "step" | "receiver" | "type"> {
  /** What the file calls the runtime's WirepactError; undefined where it has none. */
  readonly refusal: string | undefined;
}

/** Prints one thing to write, as lines of the user's file. */
export function printMethod(method: StubMethod, style: Style): Code {
  return indented(code`${comment([method.description])}${printers[style.kind](method, style)}`, style);
}

const printers: Readonly<Record<Room["kind"], (method: StubMethod, style: Style) => Code>> = {
  object: (method, style) => code`${name(method.name)}(${listOf(method.parameters.map(unused))}) {\n${bodyOf(method, style)}},\n`,
  class: (method, style) => code`${name(method.name)}(${classParameters(method, style)}${bodyOf(method, style)}}\n`,
  calls: ({ name: message, parameters }, { receiver }) => {
    const given = listOf(parameters);
    return code`${name(receiver)}.on(${message}, (${given}) => console.log(${message}, ${given}));\n`;
  },
};

/** Until it is written, a handler gives an example of the contract, or refuses in the protocol's own way. */
function bodyOf({ name: method, gives }: StubMethod, { refusal }: Style): Code {
  if (gives !== undefined) return code`  // TODO: an example of the contract; give what is yours.\n  return ${gives};\n`;
  const text = `${method} is not implemented`;
  if (refusal === undefined) return code`  throw new Error(${text});\n`;
  return code`  throw new ${name(refusal)}("rejected", ${text});\n`;
}

/** The compiler gives no types to a class's parameters: where it has types, they are those of the handlers. */
function classParameters({ name: method, parameters }: StubMethod, { type }: Style): Code {
  const given = listOf(parameters.map(unused));
  if (type === "") return code`${given}) {\n`;
  // As it stands in the user's own `implements`.
  const handler = code`NonNullable<${new Code(type)}[${method}]>`;
  return code`...[${given}]: Parameters<${handler}>): ReturnType<${handler}> {\n`;
}

/** Compilers and linters object to a parameter that nothing uses yet, unless it begins so. */
export function unused(parameter: string): string {
  return `_${parameter}`;
}

function listOf(parameters: readonly string[]): Code {
  return join(parameters.map(name), ", ");
}

/** Lines as they were printed, two spaces a step, in the user's own white space. */
function indented({ text }: Code, { indent, step }: Style): Code {
  const lines = text.split("\n").map((line) => (line === "" ? "" : indent + line.replace(/^ {2}/, step)));
  return new Code(lines.join("\n"));
}
