import type { Refusal } from "../session/verdict.ts";

/** What is wrong beside the first: another issue inside the frame, which counts the others by itself, and the other rules that it breaks. */
export function tellOthers({ errors: [, second], violations }: Refusal): string {
  const got = second?.value === undefined ? "" : `, got ${second.value}`;
  const inside = second === undefined ? "" : `; and at ${second.path || "/"}: ${second.text}${got}`;
  return `${inside}${violations
    .slice(1)
    .map((one) => `; and ${one.rule}: ${one.text}`)
    .join("")}`;
}
