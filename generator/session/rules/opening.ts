import { readPointer } from "@wirepact/runtime";
import type { Heard } from "../heard.ts";
import { NOTHING, type Rule, type SessionState } from "../rule.ts";
import { placed } from "../sessionPlan.ts";
import type { Violation } from "../verdict.ts";

/** The server's first frame is the opening message, which comes once. */
export function openingRule({ plan }: SessionState): Rule {
  const { opening } = plan.contract.session;
  if (opening === null) return { hear: () => [], retained: NOTHING };
  const at = placed("/x-wirepact/opening", plan.messages.get(opening)?.source);
  let isGreeted = false;
  let wasOpened = false;

  const refuse = (number: number, text: string): Violation[] => [{ rule: "opening", at, text, number }];
  const first = (number: number, what: string): Violation[] => {
    if (isGreeted) return [];
    isGreeted = true;
    return refuse(number, `the server's first frame must be ${opening}, got ${what}`);
  };
  const hear = (heard: Heard): Violation[] => {
    if (heard.from !== "server") return [];
    const message = plan.messages.get(heard.message);
    if (message?.match.kind === "lifecycle") {
      // What the transport raises carries nothing; a greeting in its clothes is how some documents write the opening.
      isGreeted ||= readPointer(heard.frame, message.body).found;
      return [];
    }
    if (heard.message !== opening) return first(heard.number, heard.message);
    const isTwice = wasOpened;
    isGreeted = true;
    wasOpened = true;
    return isTwice ? refuse(heard.number, `${opening} must come once, as the server's first frame`) : [];
  };
  return {
    hear,
    mishear: ({ from, number }) => (from === "server" ? first(number, "no message that it sends") : []),
    retained: NOTHING,
  };
}
