import { type FieldPair, pointerSteps, preview, readPointer } from "@wirepact/runtime";
import { agree, has } from "@wirepact/runtime/laws";
import { strayStep } from "../../model/describes.ts";
import { type Heard, otherSide } from "../heard.ts";
import type { OpenRequest } from "../openRequests.ts";
import type { Rule, SessionState } from "../rule.ts";
import type { Owing, Violation } from "../verdict.ts";

/** What a contract lacks where its error message is sent without a request, too. */
const UNDECLARED = "; where it tells failures in general, declare it under `errors` (docs/define.md)";

/** Answers have a request, repeat what pairs them with it, and come. */
export function repliesRule({ plan, requests }: SessionState): Rule {
  const { session, document } = plan.contract;
  const inStreams = new Set(
    session.streams.flatMap(({ items, ends, after }) => [...items, ...ends.map(({ message }) => message), ...after]),
  );

  const violation = (rule: Violation["rule"], request: OpenRequest, text: string, number: number, inner = ""): Violation => {
    const at = plan.replyPlace(request.from, request.pair.request);
    return { rule, at: { ...at, pointer: `${at.pointer}${inner}` }, text, number };
  };
  const describes = (message: string, place: string) =>
    strayStep(document, plan.messages.get(message)?.frame ?? true, pointerSteps(place)) === undefined;

  const stray = ({ message, number, from }: Heard): Violation[] => {
    const asking = plan.pairs.filter(({ replies, errors }) => replies.includes(message) || errors.includes(message));
    const names = asking.map(({ request }) => request);
    const at = plan.replyPlace(otherSide(from), names[0] ?? "");
    const isErrorAlone = session.errors === null && asking.every(({ replies }) => !replies.includes(message));
    const text = `${message} must answer ${listed(names)}, and none is open${isErrorAlone ? UNDECLARED : ""}`;
    return [{ rule: "reply", at, text, number }];
  };
  const repeats = ({ message, frame, number, isWhole }: Heard, request: OpenRequest): Violation[] => {
    if (!isWhole || request.pair.errors.includes(message)) return [];
    const left = request.pair.match.find(
      ([asked, answered]) => has(request.frame, asked) && !has(frame, answered) && describes(message, answered),
    );
    return left === undefined ? [] : [disagreement(message, frame, number, request, left)];
  };
  const disagreement = (message: string, frame: unknown, number: number, request: OpenRequest, [asked, answered]: FieldPair) => {
    const wanted = `${valueAt(request.frame, asked)} of the ${request.pair.request} in frame ${request.number}`;
    const got = has(frame, answered) ? valueAt(frame, answered) : "nothing";
    const text = `${message} must repeat at ${answered} the ${wanted}, got ${got}`;
    return violation("reply-fields", request, text, number);
  };
  const disagrees = ({ message, frame, number }: Heard, request: OpenRequest): Violation[] => {
    const pair = request.pair.match.find((fields) => !agree([fields], request.frame, frame));
    return pair === undefined ? [] : [disagreement(message, frame, number, request, pair)];
  };
  const judge = (heard: Heard): Violation[] => {
    const { settlement, message, from } = heard;
    if (settlement.kind === "none") return [];
    if (settlement.kind === "answered") return repeats(heard, settlement.request);
    if (inStreams.has(message)) return [];
    if (settlement.kind === "disagrees") return disagrees(heard, settlement.request);
    if (message !== session.errors?.message) return stray(heard);
    requests.excuseOldest(from);
    return [];
  };
  const unanswered = (request: OpenRequest): Owing => {
    const { replies, errors } = request.pair;
    const text = `${request.pair.request} must be answered by ${listed([...replies, ...errors])}, and never was`;
    return { ...violation("unanswered", request, text, request.number), message: request.pair.request };
  };
  const hear = (heard: Heard): Violation[] => {
    const violations = judge(heard);
    // Nobody is bound to answer what breaks its schema.
    const forgotten = requests.open(heard.from, heard, heard.number, !heard.isWhole);
    return forgotten === undefined ? violations : [...violations, unanswered(forgotten)];
  };
  return { hear, end: () => [...requests.demanded()].map(unanswered), retained: () => requests.size };
}

function valueAt(frame: unknown, pointer: string): string {
  const reading = readPointer(frame, pointer);
  return reading.found ? preview(reading.value) : "nothing";
}

function listed(names: readonly string[]): string {
  const shown = [...new Set(names)];
  return shown.length > 4 ? `${shown.slice(0, 3).join(", ")} or another` : shown.join(" or ");
}
