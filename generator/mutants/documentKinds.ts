import type { Contract } from "../model/contract.ts";
import { changeLayout } from "./kinds/codecs.ts";
import { changeDiscriminators, changeShapes } from "./kinds/dispatch.ts";
import { changeEncodings } from "./kinds/encodings.ts";
import { changeErrors } from "./kinds/errors.ts";
import { addTerminalExit, addTransition, changeInitial, dropMachine, dropState, dropTransition } from "./kinds/machines.ts";
import { changeDirection, changeMessage, dropMessage, renameMessage } from "./kinds/messages.ts";
import { changeOpening } from "./kinds/opening.ts";
import { changeReply, dropMatchField, dropReplyPair, swapReply } from "./kinds/replies.ts";
import { changeEnd, changeStream, dropItem, dropStream } from "./kinds/streams.ts";
import { changeTopic, dropTopic, swapSubscription } from "./kinds/topics.ts";
import type { Change } from "./mutant.ts";

/** Changes of one kind to a contract's document. */
type DocumentKind = (contract: Contract) => Iterable<Change>;

/** Every way to change what a document says of whole messages and of sessions. */
export const documentKinds = {
  "drop-message": dropMessage,
  "rename-message": renameMessage,
  "change-direction": changeDirection,
  "change-message": changeMessage,
  "change-discriminators": changeDiscriminators,
  "change-shapes": changeShapes,
  "change-encodings": changeEncodings,
  "change-opening": changeOpening,
  "drop-reply-pair": dropReplyPair,
  "swap-reply": swapReply,
  "change-reply": changeReply,
  "drop-match-field": dropMatchField,
  "drop-stream": dropStream,
  "drop-item": dropItem,
  "change-end": changeEnd,
  "change-stream": changeStream,
  "drop-machine": dropMachine,
  "drop-transition": dropTransition,
  "add-transition": addTransition,
  "add-terminal-exit": addTerminalExit,
  "change-initial": changeInitial,
  "drop-state": dropState,
  "drop-topic": dropTopic,
  "change-topic": changeTopic,
  "swap-subscription": swapSubscription,
  "change-errors": changeErrors,
  "change-layout": changeLayout,
} as const satisfies Readonly<Record<string, DocumentKind>>;
