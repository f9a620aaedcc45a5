import type { Direction } from "@wirepact/runtime";
import { quote } from "../../diagnostics.ts";
import { type Finding, MEETINGS, type Meeting } from "../change.ts";
import type { ContractPair } from "../contractPair.ts";
import { SAFE, worst } from "../judgement.ts";
import { type MessagePair, sharedDirections } from "../match/messagePairs.ts";
import type { Rule } from "./rule.ts";
import { refusalOf } from "./stranger.ts";

/** A message that has another name, and is otherwise as it was. */
export const messageRenamed: Rule = {
  title: "A message was renamed",
  explanation:
    "A message of the old contract and one of the new are alike in all but their names, so the one is taken to be the other. Where frames carry the name, readers of the other contract do not know it: keep the old message beside the new one until nobody sends it. Where only the contract is renamed, frames stay as they are, and the types and methods of the package are called otherwise.",
  opposite: "message-renamed",
  *find(pair: ContractPair): Iterable<Finding> {
    for (const renamed of pair.messages.renamed) yield* findOne(pair, renamed);
  },
};

function* findOne(pair: ContractPair, renamed: MessagePair): Iterable<Finding> {
  const { before, after, isSame } = renamed;
  const text = `renamed from ${quote(before.name)} to ${quote(after.name)}`;
  const about = { message: after.name, pointer: after.pointer, side: "after", text } as const;
  if (isSame) {
    const reason = "frames stay as they are; types and methods of the package are called otherwise";
    yield {
      ...about,
      level: "types",
      from: after.from,
      meetings: SAFE,
      code: "breaking",
      reason,
      identity: [before.name, after.name, pair.prints.after.of(after.frame)],
    };
    return;
  }
  for (const from of sharedDirections(renamed)) {
    yield {
      ...about,
      level: "wire",
      from: [from],
      code: "breaking",
      identity: [before.name, after.name, from, ...pair.ties.ofBoth(before, after, from)],
      ...misreadBoth(pair, renamed, from),
    };
  }
}

/** Neither name is known to the other side; whoever waits for the one is not helped by the other. */
function misreadBoth(
  pair: ContractPair,
  { before, after }: MessagePair,
  from: Direction,
): Pick<Finding, "meetings" | "witness" | "proof" | "reason"> {
  const sent = [
    ["before", before],
    ["after", after],
  ] as const;
  const refusals = sent.map(([side, message]) => refusalOf(pair, side, message, from));
  const witness = MEETINGS.flatMap((meeting) =>
    refusals.flatMap((refusal) => (refusal.witness?.meeting === meeting ? [refusal.witness] : [])),
  )[0];
  const proof = refusals.find((refusal) => refusal.proof !== undefined)?.proof;
  const judged = (meeting: Meeting) => worst(refusals.map(({ meetings }) => meetings[meeting]));
  const meetings = { oldClientNewServer: judged("oldClientNewServer"), newClientOldServer: judged("newClientOldServer") };
  const shown = witness === undefined && proof !== undefined ? { proof } : {};
  return { meetings, ...(witness === undefined ? shown : { witness }) };
}
