import type { Direction } from "@wirepact/runtime";
import type { Change, Meeting, Side } from "../../../generator/compare/change.ts";
import { compareContracts } from "../../../generator/compare/compareContracts.ts";
import { worst } from "../../../generator/compare/judgement.ts";
import { include } from "../../../generator/compare/schema/include.ts";
import type { Json } from "../../../generator/json.ts";
import type { Contract } from "../../../generator/model/contract.ts";
import { createFrameChecker, createFrameReader } from "../../../generator/monitor/frameReader.ts";

/** Who sends what to whom, in each meeting. */
const ROUTES = [
  { meeting: "oldClientNewServer", message: "set", from: "client", sender: "before" },
  { meeting: "newClientOldServer", message: "set", from: "client", sender: "after" },
  { meeting: "oldClientNewServer", message: "state", from: "server", sender: "after" },
  { meeting: "newClientOldServer", message: "state", from: "server", sender: "before" },
] as const;

/**
 * What is wrong with a review of two contracts of a value: something that breaks called safe, or the other way round, by the schemas and by
 * values that are tried; and witnesses that are none.
 */
export function mistakesOf(before: Contract, after: Contract, tried: readonly Json[]): string[] {
  const contracts = { before, after };
  const changes = compareContracts(before, after, { level: "types" });
  const found = ROUTES.flatMap(({ meeting, message, from, sender }) => {
    const [sending, reading] = sender === "before" ? [before, after] : [after, before];
    const frame = ({ messages }: Contract) => messages.find(({ name }) => name === message)?.frame ?? false;
    const judgement = judgedIn(changes, message, meeting);
    const verdict = include(
      { document: sending.document, schema: frame(sending) },
      { document: reading.document, schema: frame(reading) },
    );
    const refused = meeting === "oldClientNewServer" ? "breaking" : "risky";
    const fitting = { included: ["safe", "risky"], witness: [refused, "unknown"], unknown: [refused, "unknown"] }[verdict.kind];
    const broken = judgement === "safe" ? partingIn(contracts, sender, from, message, tried) : undefined;
    return [
      ...(fitting.includes(judgement) ? [] : [`${message} in ${meeting} is ${judgement}, and schemas say ${verdict.kind}`]),
      ...(broken === undefined ? [] : [`${message} in ${meeting} is safe, and ${JSON.stringify(broken)} is refused`]),
    ];
  });
  return [...found, ...falseWitnesses(contracts, changes)];
}

/** What the changes of a message say of a meeting. */
function judgedIn(changes: readonly Change[], message: string, meeting: Meeting) {
  return worst(changes.filter((change) => change.message === message).map(({ meetings }) => meetings[meeting]));
}

type Both = Readonly<Record<Side, Contract>>;

/** A value that the stubs of the one would send, and readers of the other refuse. */
function partingIn(contracts: Both, sender: Side, from: Direction, type: string, tried: readonly Json[]): Json | undefined {
  const [own, other] = [contracts[sender], contracts[sender === "before" ? "after" : "before"]];
  const [read, check, receive] = [createFrameReader(own)[from], createFrameChecker(own)[from], createFrameReader(other)[from]];
  return tried.find((value) => {
    const mine = read({ type, value });
    return mine.ok && check(mine.value).ok && !receive({ type, value }).ok;
  });
}

function falseWitnesses(contracts: Both, changes: readonly Change[]): string[] {
  return changes.flatMap(({ witness, rule }) => {
    if (witness === undefined) return [];
    const isOld = (witness.meeting === "oldClientNewServer") === (witness.from === "client");
    const [from, to] = isOld ? [contracts.before, contracts.after] : [contracts.after, contracts.before];
    const [sent, read] = [from, to].map((one) => createFrameReader(one)[witness.from](witness.frame));
    return sent?.ok === true && read?.ok === false ? [] : [`the witness of ${rule} is none: ${JSON.stringify(witness.frame)}`];
  });
}
