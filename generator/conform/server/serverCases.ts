import type { ConformCase } from "../conformCase.ts";
import { accepts } from "./cases/accepts.ts";
import { connects } from "./cases/connects.ts";
import { encodings } from "./cases/encodings.ts";
import { flows } from "./cases/flows.ts";
import { heartbeat } from "./cases/heartbeat.ts";
import { refuses } from "./cases/refuses.ts";
import { replies } from "./cases/replies.ts";
import { serving } from "./cases/serving.ts";
import { topics } from "./cases/topics.ts";
import { unasked } from "./cases/unasked.ts";
import { proofsOf } from "./given.ts";
import { Health } from "./health.ts";
import type { Stage } from "./stage.ts";

/** Everything that a server is held against, in the order in which it is tried. `isAll`: every fixture, not one of each sort. */
export function serverCases(stage: Stage, isAll: boolean): ConformCase[] {
  const health = new Health(stage);
  const proven = { ...stage, given: new Map([...proofsOf(stage.contract), ...stage.given]) };
  const others = [
    unasked(stage),
    ...heartbeat(proven),
    ...flows(stage),
    ...topics(stage),
    ...encodings(proven),
    ...replies(proven),
    ...accepts(proven, isAll),
    ...refuses(proven, isAll),
    serving(proven),
  ];
  return [health.guardFirst(connects(stage)), ...others.map((one) => health.guard(one))];
}
