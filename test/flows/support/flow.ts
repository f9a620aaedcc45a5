import type { Direction } from "@wirepact/runtime";
import type { Contract } from "../../../generator/model/contract.ts";
import { nameIn } from "../../support/samples.ts";
import type { Cast } from "./cast.ts";

/** A frame of a flow, and the message that it is. */
export interface NamedStep {
  readonly from: Direction;
  readonly message: string;
  readonly frame: unknown;
}

/** An example flow of a document. */
export interface Flow {
  readonly name: string;
  readonly source: string | undefined;
  readonly steps: readonly NamedStep[];
}

/** The flows of a contract: its scenarios, whose frames are the document's (test/protocols/samples.test.ts). */
export function flowsOf({ protocol, session }: Contract): Flow[] {
  return session.scenarios.map(({ name, source, steps }) => ({
    name,
    source,
    steps: steps.map(({ from, frame }) => ({ from, frame, message: nameIn(protocol, frame) ?? "" })),
  }));
}

/** The same flow after the client has switched the connection to JSON. */
export function inText({ name, source, steps }: Flow): Flow {
  const asked = { command: "set_mode", data: { mode: "text" } };
  const first: NamedStep[] = [
    { from: "client", message: "set_mode", frame: asked },
    { from: "server", message: "acknowledgement", frame: { message: "Mode set to text" } },
  ];
  return { name: `${name}, as text`, source, steps: [...first, ...steps] };
}

/** What one side calls a frame's body, and what is given to send it: the body without the constant that names the message. */
export function fieldsOf({ contract }: Cast, { message, frame }: NamedStep): unknown {
  const { body, match } = messageOf(contract, message);
  const inner = bodyIn(frame, body);
  if (match.kind === "shape" || match.pointer.slice(0, -"/type".length) !== body) return inner;
  const { type: _, ...fields } = inner as Readonly<Record<string, unknown>>;
  return fields;
}

/** What a user of a message handles. */
export function bodyOf({ contract }: Cast, { message, frame }: NamedStep): unknown {
  return bodyIn(frame, messageOf(contract, message).body);
}

/** The method of the stubs for a message. */
export function methodOf({ contract }: Cast, message: string): string {
  return messageOf(contract, message).method;
}

function messageOf({ messages }: Contract, name: string) {
  const message = messages.find((one) => one.name === name);
  if (message === undefined) throw new Error(`no message ${name}`);
  return message;
}

/** Bodies of the five protocols lie one step deep, or are the frame. */
function bodyIn(frame: unknown, pointer: string): unknown {
  return pointer === "" ? frame : (frame as Readonly<Record<string, unknown>>)[pointer.slice(1)];
}
