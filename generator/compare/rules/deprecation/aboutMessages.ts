import type { Message } from "../../../model/contract.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { SAFE } from "../../judgement.ts";

/** What is to be said of a message that both contracts have. */
export interface Said {
  readonly text: string;
  readonly judgement: "safe" | "risky" | "breaking";
  /** What makes it certain that it breaks. */
  readonly proof?: string;
  readonly reason?: string;
}

/** What is said of a sunset that comes: on a day that is over nobody could move in time. */
export function noticed({ sunset }: Message, today: string): Pick<Said, "judgement" | "reason"> {
  if (sunset === null || today < sunset) return { judgement: "safe" };
  return { judgement: "risky", reason: `${sunset} is no day to come: clients have no time, and it may go with the next change` };
}

/** Finds something about messages that no frame shows: the notice that is given of them. */
export function* aboutMessages(
  { messages: { shared } }: ContractPair,
  judge: (before: Message, after: Message) => Said | undefined,
): Iterable<Finding> {
  for (const { before, after } of shared) {
    const said = judge(before, after);
    if (said === undefined) continue;
    const { text, judgement, proof, reason } = said;
    yield {
      level: "wire",
      message: after.name,
      from: after.from,
      pointer: after.pointer,
      side: "after",
      text,
      meetings: { ...SAFE, oldClientNewServer: judgement },
      ...(proof === undefined ? {} : { proof }),
      ...(reason === undefined ? {} : { reason }),
      identity: [after.name, before.sunset, after.sunset],
    };
  }
}
