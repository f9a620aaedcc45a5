import type { Direction, Encoding } from "@wirepact/runtime";
import { encodingAskedBy } from "@wirepact/runtime/laws";
import { BOUNDS } from "../bounded.ts";
import type { Heard } from "../heard.ts";
import type { Rule, SessionState } from "../rule.ts";
import type { Violation } from "../verdict.ts";

/** Frames travel in an encoding of the contract, those of the server in the one last set. */
export function encodingRule({ plan }: SessionState): Rule {
  const { encodings } = plan.contract;
  const { switch: words } = encodings;
  const isAnswered = plan.pairs.some(({ request }) => request === words?.message);
  let current: Encoding = encodings.initial;
  /** What was asked for and not answered yet, the oldest first: the server may have taken it, or not. */
  let asked: readonly Encoding[] = [];

  const judge = (from: Direction, encoding: Encoding | undefined, number: number): Violation[] => {
    if (encoding === undefined) return [];
    if (encoding !== encodings.text && encoding !== encodings.binary) {
      return refuse(number, `the protocol does not speak ${encoding}`, "");
    }
    if (from === "client" || words === undefined || encoding === current || asked.includes(encoding)) return [];
    return refuse(number, `the server must send ${current}, which was set last, got ${encoding}`, "/switch");
  };
  const refuse = (number: number, text: string, inner: string): Violation[] => [
    { rule: "encoding", at: { pointer: `/x-wirepact/encodings${inner}` }, text, number },
  ];
  const answered = ({ settlement, message }: Heard): void => {
    if (settlement.kind !== "answered" || settlement.request.pair.request !== words?.message) return;
    const [wanted, ...others] = asked;
    asked = others;
    if (wanted !== undefined && !settlement.request.pair.errors.includes(message)) current = wanted;
  };
  const hear = (heard: Heard): Violation[] => {
    answered(heard);
    const violations = judge(heard.from, heard.encoding, heard.number);
    const wanted = heard.isWhole ? encodingAskedBy(encodings, heard.message, heard.frame) : undefined;
    if (wanted !== undefined && isAnswered) asked = [...asked, wanted].slice(-BOUNDS.requests);
    else if (wanted !== undefined) current = wanted;
    return violations;
  };
  return { hear, mishear: ({ from, encoding, number }) => judge(from, encoding, number), retained: () => asked.length };
}
