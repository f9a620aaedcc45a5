import { type Code, code, comment, join, name } from "../emit/code.ts";
import type { Room } from "./readWritten.ts";
import type { StubFile, StubMethod, StubSide } from "./stubFile.ts";

/** How one thing to write is printed where it goes. Until it is written, a handler says so when it is called. */
const printers: Readonly<Record<Room["kind"], (method: StubMethod, receiver: string) => Code>> = {
  object: (method) => code`${handler(method)},\n`,
  class: (method) => code`${handler(method)}\n`,
  calls: ({ name: message, parameters }, receiver) => code`  ${name(receiver)}.on(${message}, (${listOf(parameters)}) => {});\n`,
};

function handler({ name: method, parameters }: StubMethod): Code {
  return code`  ${name(method)}(${listOf(parameters)}) {
    throw new Error(${`${method} is not written yet`});
  }`;
}

/** Prints one thing to write, as lines of the user's file. */
export function printMethod(method: StubMethod, { kind, receiver }: Pick<Room, "kind" | "receiver">): Code {
  return code`${comment([method.description], "  ")}${printers[kind](method, receiver)}`;
}

/** Prints the file of somebody who has written nothing yet. */
export function printStubFile(file: StubFile): string {
  const room = { kind: file.side === "server" ? "object" : "calls", receiver: "client" } as const;
  const methods = file.methods.filter(({ isOptional }) => !isOptional).map((method) => printMethod(method, room));
  const [head, foot] = frames[file.side](file);
  return code`${head}${methods}${foot}`.text;
}

/** What stands around the methods of each side. */
const frames: Readonly<Record<StubSide, (file: StubFile) => readonly [head: Code, foot: Code]>> = {
  server: ({ type, call, module }) => [
    code`import { type ${name(type)}, ${name(call)} } from ${module};

/** What the server does with each message. */
export const handlers: ${name(type)} = {
`,
    code`};

await ${name(call)}(handlers).listen(Number(process.env["PORT"] ?? 3000));
`,
  ],
  client: ({ type, call, module }) => [
    code`import { type ${name(type)}, ${name(call)} } from ${module};

/** What the client does with each message. */
export function listen(client: ${name(type)}): void {
`,
    code`}

listen(await ${name(call)}(process.argv[2] ?? ""));
`,
  ],
};

function listOf(parameters: readonly string[]): Code {
  return join(parameters.map(name), ", ");
}
