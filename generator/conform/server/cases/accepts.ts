import { readPointer } from "@wirepact/runtime";
import { deriveFixtures } from "../../../fixtures/deriveFixtures.ts";
import { type DecodeFixture, type FrameFixture, isAboutOneFrame } from "../../../fixtures/fixture.ts";
import type { Contract, Message } from "../../../model/contract.ts";
import type { ConformCase } from "../../conformCase.ts";
import { failed, skipped } from "../../ended.ts";
import { exampleOf } from "../../wire/exampleOf.ts";
import { canTravel } from "../../wire/wire.ts";
import { errorsOf } from "../answers.ts";
import type { Conversation, HeardMessage } from "../conversation.ts";
import { saySafely } from "../saySafely.ts";
import { serverCase } from "../serverCase.ts";
import type { Stage } from "../stage.ts";
import { converse } from "../withConversation.ts";
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
      const send = () => (fixture.kind === "frame" ? saySafely(conversation, frame) : sayEncoded(conversation, fixture));
      const refusal = await refusalOf(stage, message, conversation, send);
      if (refusal === undefined) return;
      if (id.endsWith("/unknown-properties")) await comparePlain(stage, message, conversation.signal);
      // Where the contract has codes for what is wrong with a frame, the error has said that it is something else.
      if (stage.contract.session.errors?.code === undefined)
        throw skipped(`it was refused with ${refusal}, and the contract cannot tell why`);
    }),
  ];
}

/** The error with which a legal frame is answered, if it is. */
async function refusalOf(
  stage: Stage,
  message: string,
  conversation: Conversation,
  send: () => void,
): Promise<string | undefined> {
  const isError = errorsOf(stage.contract);
  let refusal: string | undefined;
  const see = (heard: HeardMessage) => {
    refuseRefusal(stage, message, heard);
    if (isError.has(heard.message)) refusal ??= heard.message;
  };
  // What the server says anyway must not be taken for its answer.
  await conversation.catchUp();
  send();
  await conversation.settle(see);
  await conversation.catchUp(see);
  conversation.staysOpen(`after a legal ${message}`);
  return refusal;
}

/** Ends the case where the fullest frame of a message is done, whose twin with properties that nobody knows was refused. */
async function comparePlain(stage: Stage, message: string, signal: AbortSignal): Promise<void> {
  const plain = exampleOf(stage.contract, message, "full");
  if (plain === undefined) return;
  await converse(stage, signal, async (conversation) => {
    const refusal = await refusalOf(stage, message, conversation, () => saySafely(conversation, plain));
    if (refusal !== undefined) return;
    throw failed(
      "server-rejects",
      `${message} was refused for properties that the contract does not know: without them it is done`,
    );
  });
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
