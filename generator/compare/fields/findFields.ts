import type { Direction } from "@wirepact/runtime";
import type { Json } from "../../json.ts";
import { type Finding, type Meeting, SIDES, type Side } from "../change.ts";
import type { ContractPair } from "../contractPair.ts";
import { SAFE, worstOf } from "../judgement.ts";
import { type MessagePair, sharedDirections } from "../match/messagePairs.ts";
import { regionOf } from "../match/regions.ts";
import { meetingOf, other } from "../proof.ts";
import type { FieldRule } from "../rules/fields/fieldRule.ts";
import { type FieldRuleName, fieldRules } from "../rules/fields/fieldRules.ts";
import { isPassedOver, misread } from "../rules/misread.ts";
import { MessageTypes } from "../types/messageTypes.ts";
import { demandAt } from "./demand.ts";
import { detailOf, pathText } from "./differenceText.ts";
import { changedMessages, type Group, groupsOf, MANY_DIFFERENCES } from "./groups.ts";
import { identityOf } from "./identity.ts";
import { type Answer, Inclusions } from "./inclusions.ts";
import { type FieldVerdict, risksOf, summarize } from "./summarize.ts";
import { Told } from "./told.ts";

/** What a rule of fields found. */
export type FoundField = readonly [rule: FieldRuleName, finding: Finding];

/** What differs in the frames of messages, and whom that breaks. */
export function findFields(pair: ContractPair): readonly FoundField[] {
  return new FieldJudge(pair).find();
}

/** More messages with the same difference are not asked for one that breaks. */
const MANY_OCCURRENCES = 2_000;
const MANY_OPEN = 10;

class FieldJudge {
  readonly #pair: ContractPair;
  readonly #inclusions: Inclusions;
  readonly #types: MessageTypes;
  /** What is told of messages, that a frame is refused or may be. */
  readonly #told: Told;
  /** How many differences were found in each message. */
  readonly #counts = new Map<MessagePair, number>();
  /** Questions about a message that stayed open, by sender. */
  readonly #open: Readonly<Record<Side, Map<MessagePair, Answer[]>>> = { before: new Map(), after: new Map() };

  constructor(pair: ContractPair) {
    this.#pair = pair;
    this.#told = new Told(pair);
    this.#types = new MessageTypes(pair);
    this.#inclusions = new Inclusions(pair.before, pair.after, pair.messages.digests);
  }

  find(): readonly FoundField[] {
    const groups = groupsOf(this.#pair);
    for (const { pair } of groups.flatMap(({ occurrences }) => occurrences))
      this.#counts.set(pair, (this.#counts.get(pair) ?? 0) + 1);
    const named = groups.flatMap((group) => this.#judge(group));
    const messages = changedMessages(this.#pair);
    const found = [...named, ...messages.flatMap((message) => this.#rest(message))];
    const typed = new Set(
      found.filter(([, { code }]) => code !== undefined).flatMap(([, { message, alsoIn = [] }]) => [message, ...alsoIn]),
    );
    const untold = messages.filter(({ after }) => !typed.has(after.name));
    return [...found, ...untold.flatMap((message) => this.#typesOf(message))];
  }

  #judge(group: Group): FoundField[] {
    const [first] = group.occurrences;
    if (first === undefined) return [];
    const directions = sharedDirections(first.pair);
    const verdicts = SIDES.flatMap((sender) => this.#verdicts(group, sender, directions));
    const rule: FieldRule = fieldRules[group.rule];
    const said = summarize([...verdicts, ...risksOf(rule)]);
    const code = this.#codeOf(rule, group);
    // What is told for the types' sake is the same in other words where they are.
    const isAlways = rule.isAlways === true && rule.code === code;
    if (worstOf(said.meetings) === "safe" && !isAlways) return [];
    const [message = "", ...alsoIn] = [...new Set(group.occurrences.map(({ pair }) => pair.after.name))];
    const finding: Finding = {
      level: rule.level ?? "wire",
      message,
      ...(alsoIn.length === 0 ? {} : { alsoIn }),
      from: directions,
      pointer: group.pointer,
      side: group.side,
      text: `${rule.label}: ${pathText(group.path)}${detailOf(first.difference)}`,
      ...said,
      ...(code === undefined ? {} : { code }),
      identity: [...identityOf(group, this.#pair.prints), ...this.#takers(group, said)],
    };
    return [[group.rule, finding]];
  }

  /** What becomes of source code; nothing where the types are the same for all that changed. */
  #codeOf({ code }: FieldRule, { occurrences }: Group): FieldRule["code"] {
    return code !== undefined && occurrences.every(({ place }) => this.#types.isSameAt(place)) ? undefined : code;
  }

  /** Where frames are taken for another message, what that says is part of the change. */
  #takers({ occurrences }: Group, { proof }: Pick<Finding, "proof">): readonly Json[] {
    if (proof === undefined) return [];
    const pairs = new Set(occurrences.map(({ pair }) => pair));
    return [...pairs].flatMap((pair) =>
      sharedDirections(pair).map((from) => this.#pair.ties.ofBoth(pair.before, pair.after, from)),
    );
  }

  /** The verdicts on one difference, where frames go from a sender of one contract to a reader of the other. */
  #verdicts(group: Group, sender: Side, directions: readonly Direction[]): (readonly [Meeting, FieldVerdict])[] {
    const outcome = this.#ask(group, sender);
    if (outcome === undefined) return [];
    const { pair, answer } = outcome;
    const reader = other(sender);
    for (const { pair: told, place, difference } of group.occurrences)
      this.#told.add(sender, told, demandAt(reader, place.path, difference.demand[reader]), answer.kind === "unknown");
    return directions.map((from) => [meetingOf(sender, from), this.#verdict(pair, sender, from, answer)]);
  }

  /** The first message in which the difference makes a reader refuse a frame; or else one in which that stays open. */
  #ask({ occurrences }: Group, sender: Side): { readonly pair: MessagePair; readonly answer: Answer } | undefined {
    let open: { readonly pair: MessagePair; readonly answer: Answer } | undefined;
    for (const { pair, place, difference } of occurrences.slice(0, MANY_OCCURRENCES)) {
      const reader = other(sender);
      const demand = demandAt(reader, place.path, difference.demand[reader]);
      if (demand === true || this.#inclusions.isProved(sender, pair)) continue;
      const answer = this.#answer(sender, pair, demand);
      if (answer.kind === "witness") return { pair, answer };
      if (answer.kind === "unknown") open ??= { pair, answer };
    }
    return open;
  }

  /** Where many questions about a message stayed open, so will the others. */
  #answer(sender: Side, pair: MessagePair, demand: Json): Answer {
    const open = this.#open[sender].get(pair) ?? [];
    const [first] = open;
    if (first !== undefined && open.length >= MANY_OPEN) return first;
    const ask = (guard: readonly Json[]) => this.#inclusions.demand(sender, pair, orElse(guard, demand));
    const answer = this.#gravest(sender, pair, ask);
    if (answer.kind === "unknown") this.#open[sender].set(pair, [...open, answer]);
    return answer;
  }

  /** A frame that clients hand on as unknown says less than one that they know and refuse, which is asked for then. */
  #gravest(sender: Side, pair: MessagePair, ask: (guard: readonly Json[]) => Answer): Answer {
    const answer = ask([]);
    if (answer.kind !== "witness") return answer;
    const sent = { message: pair[sender].name, from: "server", frame: answer.value, encoding: answer.encoding } as const;
    if (!sharedDirections(pair).includes("server") || !isPassedOver(this.#pair, meetingOf(sender, "server"), sent)) return answer;
    const reader = other(sender);
    const known = ask([{ not: regionOf(this.#pair[reader], "server", [pair[reader]]) }]);
    return known.kind === "included" ? answer : known;
  }

  #verdict(pair: MessagePair, sender: Side, from: Direction, answer: Answer): FieldVerdict {
    if (answer.kind === "included") return { judged: "safe" };
    if (answer.kind === "unknown") return { judged: "unknown", reason: answer.reason };
    const meeting = meetingOf(sender, from);
    const sent = { message: pair[sender].name, from, frame: answer.value, encoding: answer.encoding };
    const { meetings, ...shown } = misread(this.#pair, meeting, sent, answer.path);
    const judged = meetings[meeting];
    if (judged === "safe") return { judged: "unknown", reason: "the validators do not agree on the frame that was found" };
    return { judged, ...shown };
  }

  /** What no rule has told of a message: frames that are refused nevertheless, or may be. */
  #rest(pair: MessagePair): FoundField[] {
    const isCut = (this.#counts.get(pair) ?? 0) >= MANY_DIFFERENCES;
    const verdicts = SIDES.flatMap((sender) => {
      const answer = isCut ? this.#whole(sender, pair) : this.#untold(sender, pair);
      if (answer === undefined) return [];
      return sharedDirections(pair).map((from) => [meetingOf(sender, from), this.#verdict(pair, sender, from, answer)] as const);
    });
    const said = summarize(verdicts);
    if (worstOf(said.meetings) === "safe") return [];
    const text = `${fieldRules["message-schema-changed"].label}${this.#beside(pair, isCut)}`;
    const finding: Finding = { ...this.#aboutWhole(pair), level: "wire", text, ...said };
    return [["message-schema-changed", finding]];
  }

  /** What became of the types of a message of which nothing else says that they changed. */
  #typesOf(pair: MessagePair): FoundField[] {
    const change = this.#types.changeOf(pair);
    if (change === "none") return [];
    const { label } = fieldRules["message-types-changed"];
    const text = change === "wider" ? `${label}: it may be more than before` : label;
    const code = change === "wider" ? "risky" : "breaking";
    return [["message-types-changed", { ...this.#aboutWhole(pair), level: "types", text, meetings: SAFE, code }]];
  }

  /** What is the same in all findings about a message as a whole. */
  #aboutWhole(pair: MessagePair): Pick<Finding, "message" | "from" | "pointer" | "side" | "identity"> {
    const { prints } = this.#pair;
    return {
      message: pair.after.name,
      from: sharedDirections(pair),
      pointer: pair.after.pointer,
      side: "after",
      identity: [prints.before.of(pair.before.frame), prints.after.of(pair.after.frame)],
    };
  }

  #whole(sender: Side, pair: MessagePair): Answer {
    const all = () => this.#inclusions.whole(sender, pair);
    const { frame } = pair[other(sender)];
    return this.#gravest(sender, pair, (guard) =>
      guard.length === 0 ? all() : this.#inclusions.demand(sender, pair, orElse(guard, frame)),
    );
  }

  #beside(pair: MessagePair, isCut: boolean): string {
    if (isCut) return " in more places than are told";
    return SIDES.some((sender) => this.#told.has(sender, pair)) ? " in other ways, too" : "";
  }

  /** Of what is sent as a message, whether readers ask anything of it beside what is told; undefined where that tells nothing new. */
  #untold(sender: Side, pair: MessagePair): Answer | undefined {
    if (!this.#told.has(sender, pair)) return this.#whole(sender, pair);
    const { document, frame } = this.#told.rest(sender, pair);
    const ask = (guard: readonly Json[]) => this.#inclusions.rest(sender, pair, { document, frame: orElse(guard, frame) });
    const answer = this.#gravest(sender, pair, ask);
    // What is not found out of the message is told then, by the rule that asked first.
    return answer.kind === "unknown" && this.#told.isOpen(sender, pair) ? undefined : answer;
  }
}

/** A demand that is made only of what keeps none of the guards. */
function orElse(guard: readonly Json[], demand: Json): Json {
  return guard.length === 0 ? demand : { anyOf: [...guard, demand] };
}
