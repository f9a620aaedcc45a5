import { readPointer } from "@wirepact/runtime";
import { deriveFixtures } from "../../../fixtures/deriveFixtures.ts";
import { type DecodeFixture, type FrameFixture, isAboutOneFrame } from "../../../fixtures/fixture.ts";
import type { Contract, Message } from "../../../model/contract.ts";
import type { ConformCase } from "../../conformCase.ts";
import type { Conversation, HeardMessage } from "../conversation.ts";
import { failed } from "../ended.ts";
import { saySafely } from "../saySafely.ts";
import { serverCase } from "../serverCase.ts";
import type { Stage } from "../stage.ts";
import { canTravel } from "../wire.ts";
import { nameOf } from "./flows.ts";

/** What is sent of each message unless all is: the ends of these ids. */
const BASIC: ReadonlySet<string> = new Set(["minimal", "full", "unknown-properties"]);

/** Legal frames of each message that a client may send unasked: whatever comes is legal, and what must come does. */
export function accepts(stage: Stage, isAll: boolean): ConformCase[] {
  const { contract } = stage;
  return contract.messages
    .filter((message) => isSentUnasked(contract, message))
    .flatMap(({ name, identifier }) => {
      const fixtures = deriveFixtures(contract).messages.get(identifier)?.fixtures ?? [];
      return fixtures
        .filter(isAboutOneFrame)
        .filter((fixture) => fixture.from === "client" && fixture.verdict.ok && (isAll || isBasic(fixture.id)))
        .flatMap((fixture) => acceptance(stage, name, fixture));
    });
}

function isBasic(id: string): boolean {
  return BASIC.has(id.slice(id.lastIndexOf("/") + 1));
}

/** Whether a client may begin with a message: not with the answer to what the server asks. */
function isSentUnasked({ replies, messages, session }: Contract, { name, from, match }: Message): boolean {
  if (!from.includes("client") || match.kind === "lifecycle") return false;
  const isAnswer = replies.some(
    (pair) =>
      (pair.replies.includes(name) || pair.errors.includes(name)) &&
      messages.some((message) => message.name === pair.request && message.from.includes("server")),
  );
  return !isAnswer && session.heartbeat?.pong !== name;
}

function acceptance(stage: Stage, message: string, fixture: FrameFixture | DecodeFixture): ConformCase[] {
  const { frame, reason, id } = fixture;
  if (frame === undefined || !canTravel(stage.contract.transport, frame)) return [];
  return [
    serverCase(stage, `accepts/${nameOf(stage, id)}`, `takes a ${message} that ${reason}`, async (conversation) => {
      if (fixture.kind === "frame") saySafely(conversation, frame);
      else sayEncoded(conversation, fixture);
      const see = (heard: HeardMessage) => refuseRefusal(stage, message, heard);
      await conversation.settle(see);
      await conversation.catchUp(see);
      conversation.staysOpen(`after a legal ${message}`);
    }),
  ];
}

/** Sends a frame in the very bytes of a fixture. */
function sayEncoded(conversation: Conversation, { frame = null, hex = "" }: DecodeFixture): void {
  saySafely(conversation, frame, { kind: "bytes", bytes: Buffer.from(hex, "hex") });
}

/** Ends the case where a legal frame is called an illegal one. */
function refuseRefusal({ contract }: Stage, message: string, { message: name, frame }: HeardMessage): void {
  const { errors } = contract.session;
  if (errors?.code === undefined || name !== errors.message) return;
  const reading = readPointer(frame, errors.code.pointer);
  if (!reading.found || (reading.value !== errors.code.unknown && reading.value !== errors.code.invalid)) return;
  throw failed("server-rejects", `${message} is legal, and was refused as ${String(reading.value)}`);
}
