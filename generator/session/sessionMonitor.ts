import { type Direction, type Encoding, FrameError, type ParseResult, type Parser } from "@wirepact/runtime";
import type { Contract } from "../model/contract.ts";
import type { Heard, Misheard } from "./heard.ts";
import { NamedKeys } from "./namedKeys.ts";
import { OpenRequests } from "./openRequests.ts";
import type { Rule, SessionState } from "./rule.ts";
import { encodingRule } from "./rules/encoding.ts";
import { machinesRule } from "./rules/machines.ts";
import { openingRule } from "./rules/opening.ts";
import { repliesRule } from "./rules/replies.ts";
import { streamsRule } from "./rules/streams.ts";
import { topicsRule } from "./rules/topics.ts";
import { planOf } from "./sessionPlan.ts";
import type { SessionRule } from "./sessionRules.ts";
import { type Refusal, refusalOf, type Verdict, type Violation, verdictOf } from "./verdict.ts";

/** A frame of a session, decoded; a FrameError instead where it could not be. */
export interface SessionFrame {
  readonly from: Direction;
  readonly frame: unknown;
  /** How it travelled, if that is known; then it is judged, too. */
  readonly encoding?: Encoding | undefined;
  /** Its place in the session, where somebody counts; otherwise the monitor counts from 1. */
  readonly number?: number;
}

/** Reads frames of a contract. */
export type FrameReader = Readonly<Record<Direction, Parser<unknown>>>;

/** Follows one connection, frame by frame, in the order in which they were sent. */
export interface SessionMonitor {
  /** Judges the next frame. */
  readonly hear: (frame: SessionFrame) => Verdict;
  /** The session is over: what was owed and never came. */
  readonly end: () => readonly Refusal[];
  /** How many things it keeps of the session. Bounded, however long that is. */
  readonly retained: number;
}

/**
 * Makes a rule of each kind for a session, in the order in which their violations are told. `frame` is judged before them;
 * the three about replies are one law.
 */
const RULES: Readonly<Record<Exclude<SessionRule, "frame" | "reply-fields" | "unanswered">, (state: SessionState) => Rule>> = {
  encoding: encodingRule,
  opening: openingRule,
  topics: topicsRule,
  reply: repliesRule,
  state: machinesRule,
  stream: streamsRule,
};

/** Starts to follow a session of a contract, whose frames somebody else reads. It never throws on what it hears, and knows no clock. */
export function followSession(contract: Contract, reader: FrameReader): SessionMonitor {
  const plan = planOf(contract);
  const state = { plan, requests: new OpenRequests(plan.pairs, plan.senders), named: new NamedKeys(plan) };
  const rules = Object.values(RULES).map((create) => create(state));
  let count = 0;

  const hearMessage = (heard: Omit<Heard, "settlement">): Violation[] => {
    state.named.hear(heard);
    const whole = { ...heard, settlement: state.requests.settle(heard.from, heard) };
    return rules.flatMap((rule) => rule.hear(whole));
  };
  const mishear = (misheard: Misheard): Violation[] => rules.flatMap((rule) => rule.mishear?.(misheard) ?? []);

  const hear = ({ from, frame, encoding, number = count + 1 }: SessionFrame): Verdict => {
    count = number;
    const result: ParseResult<unknown> =
      frame instanceof FrameError ? { ok: false, error: frame } : reader[from](frame, encoding);
    const travelled = { from, number, encoding };
    if (result.ok) {
      const heard = { ...travelled, message: result.message, frame: result.value, isWhole: true };
      return verdictOf(result.message, hearMessage(heard), []);
    }
    const { code, messageName, issues, summary } = result.error;
    const broken: Violation = { rule: "frame", at: plan.placeOf(messageName), text: summary, number };
    // What breaks its schema is still taken for the message that it means to be: both stubs do, and so does whoever waits for it.
    const isMeant = code === "invalid-message" && messageName !== null;
    const others = isMeant ? hearMessage({ ...travelled, message: messageName, frame, isWhole: false }) : mishear(travelled);
    return verdictOf(messageName, [broken, ...others], issues);
  };
  return {
    hear,
    end: () => rules.flatMap((rule) => rule.end?.() ?? []).map(refusalOf),
    get retained() {
      return state.named.size + rules.reduce((sum, rule) => sum + rule.retained(), 0);
    },
  };
}
