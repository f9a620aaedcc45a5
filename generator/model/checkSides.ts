import type { Direction, Match } from "@wirepact/runtime";
import { type Findings, quote } from "../diagnostics.ts";
import { get, type JsonObject } from "../json.ts";
import { matchOf } from "./match.ts";
import type { FramedMessage } from "./readMessage.ts";

/** Finds messages of both sides that readers of one side would look for elsewhere than those of the other. */
export function checkSides(
  document: JsonObject,
  messages: readonly FramedMessage[],
  discriminators: Readonly<Record<Direction, readonly string[]>>,
  findings: Findings,
): void {
  for (const { name, from, frame, value, pointer } of messages) {
    if (from.length < 2) continue;
    const told = (direction: Direction) => matchOf(document, frame, discriminators[direction], get(value, "x-wirepact"));
    const [client, server] = [told("client"), told("server")];
    if (placeOf(client) === placeOf(server)) continue;
    const text = `${quote(name)} is told by ${describe(client)} where the client sends it, and by ${describe(server)} where the server does; write it as two messages, or put one place first among the discriminators of both sides`;
    findings.error(pointer, "unreadable-message", text);
  }
}

function placeOf(match: Match): string | undefined {
  return match.kind === "shape" ? undefined : match.pointer;
}

function describe(match: Match): string {
  return match.kind === "shape" ? "the properties that it requires" : `its constant at ${match.pointer}`;
}
