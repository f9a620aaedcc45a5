import type { Message } from "../../../model/contract.ts";
import type { Finding } from "../../change.ts";
import type { ContractPair } from "../../contractPair.ts";
import { SAFE } from "../../judgement.ts";

/** What is to be said of a message that both contracts have. */
export interface Said {
  readonly text: string;
  readonly judgement: "safe" | "breaking";
  /** What makes it certain that it breaks. */
  readonly proof?: string;
}

/** Finds something about messages that no frame shows: the notice that is given of them. */
export function* aboutMessages(
  { messages: { kept, renamed } }: ContractPair,
  judge: (before: Message, after: Message) => Said | undefined,
): Iterable<Finding> {
  for (const { before, after } of [...kept, ...renamed]) {
    const said = judge(before, after);
    if (said === undefined) continue;
    const { text, judgement, proof } = said;
    yield {
      level: "wire",
      message: after.name,
      from: after.from,
      pointer: after.pointer,
      side: "after",
      text,
      meetings: { ...SAFE, oldClientNewServer: judgement },
      ...(proof === undefined ? {} : { proof }),
      identity: [after.name, before.sunset, after.sunset],
    };
  }
}
