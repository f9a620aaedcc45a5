import type { ConformCase } from "../conformCase.ts";
import { accepts } from "./cases/accepts.ts";
import { answers } from "./cases/answers.ts";
import { connects } from "./cases/connects.ts";
import { encodings } from "./cases/encodings.ts";
import { flows } from "./cases/flows.ts";
import { heartbeat } from "./cases/heartbeat.ts";
import { http, type Learn } from "./cases/http.ts";
import { isolation } from "./cases/isolation.ts";
import { refuses } from "./cases/refuses.ts";
import { refusesConnection } from "./cases/refusesConnection.ts";
import { replies } from "./cases/replies.ts";
import { serving } from "./cases/serving.ts";
import { topics } from "./cases/topics.ts";
import { unasked } from "./cases/unasked.ts";
import { proofsOf } from "./given.ts";
import { Health } from "./health.ts";
import { placesNamed } from "./placesNamed.ts";
import type { Stage } from "./stage.ts";

/** Everything that a server is held against, in the order in which it is tried. `isAll`: every fixture, not one of each sort. */
export function serverCases(stage: Stage, isAll: boolean): ConformCase[] {
  const health = new Health(stage);
  const { playing, proven, learn } = stagesOf(stage);
  const others = [
    unasked(stage),
    ...heartbeat(proven),
    ...http(stage, learn),
    ...flows(playing),
    ...topics(playing),
    ...encodings(proven),
    ...replies(proven),
    ...refusesConnection(stage),
    ...isolation(proven),
    ...accepts(proven, isAll),
    ...refuses(proven, isAll),
    serving(proven),
    answers(stage),
  ];
  return [health.guardFirst(connects(stage)), ...others.map((one) => health.guard(one))];
}

/**
 * What the client's frames have at some places: in flows what was given, and what HTTP calls have told when they were made; in
 * frames of fixtures a proof as well, since theirs prove nothing.
 */
function stagesOf(stage: Stage): { readonly playing: Stage; readonly proven: Stage; readonly learn: Learn } {
  const [playing, proven] = [new Map(stage.given), new Map([...proofsOf(stage.contract), ...stage.given])];
  const learn: Learn = (name, value) => {
    for (const place of placesNamed(stage.contract, name)) {
      if (stage.given.has(place)) continue;
      playing.set(place, value);
      proven.set(place, value);
    }
  };
  return { playing: { ...stage, given: playing }, proven: { ...stage, given: proven }, learn };
}
