import type { Direction } from "@wirepact/runtime";
import type { Contract } from "../model/contract.ts";
import { OpenRequests } from "./openRequests.ts";
import { planOf } from "./sessionPlan.ts";

/** A frame of a session that keeps all rules, and the message that it is. */
interface Said {
  readonly from: Direction;
  readonly message: string;
  readonly frame: unknown;
}

/** What a frame answers: the request at a place of the session, counted from 0; and whether it says that it failed. */
export interface Answered {
  readonly request: number;
  readonly fails: boolean;
}

/** What each frame of a session answers; undefined where it answers nothing. */
export function answeredSteps(contract: Contract, steps: readonly Said[]): readonly (Answered | undefined)[] {
  const { pairs, senders } = planOf(contract);
  const requests = new OpenRequests(pairs, senders);
  return steps.map(({ from, message, frame }, index) => {
    const settlement = requests.settle(from, { message, frame });
    requests.open(from, { message, frame }, index, false);
    if (settlement.kind !== "answered") return undefined;
    const { number, pair } = settlement.request;
    return { request: number, fails: pair.errors.includes(message) };
  });
}
