import { describe, expect, test } from "vitest";
import { createFrameReader } from "../../generator/monitor/frameReader.ts";
import { BREAKS, breakEach } from "../support/derive/breakages.ts";
import { declaredPaths } from "../support/derive/declaredPaths.ts";
import { createFrames } from "../support/derive/frames.ts";
import { typesOf } from "../support/derive/jsonTypes.ts";
import { byName, byProtocol, shippedContracts } from "../support/shipped.ts";
import { verdict, verdictOf } from "../support/verdict.ts";

/** Fields that take any value: the only ones that no wrong type can break. */
const FIELDS_OF_ANY_TYPE: Readonly<Record<string, readonly string[]>> = {
  agent: [],
  flowork: [
    "execute_workflow /payload/initial_payload",
    "update_variable /payload/data/value",
    "connection_history_response /history/*",
    "SHOW_DEBUG_POPUP /content",
  ],
  nodetool: [
    "stream_input /data/value",
    "output_update /value",
    "preview_update /value",
    "save_update /value",
    "prediction /data",
    "step_result /result",
  ],
  panel: [
    "TRIGGER /args",
    "RESULT /result/returnValue",
    "RESULT /result/stateMutations/*/value",
    "RESULT /result/events/*/payload",
    "RESULT /result/suspension/args",
    "PATCH /mutations/*/value",
    "EVENT /event/payload",
  ],
  terminal: [],
};

describe.each(byProtocol(await shippedContracts()))("%s", (protocol, contract) => {
  const reader = createFrameReader(contract);
  const frames = createFrames(contract);

  describe.each(Object.entries(BREAKS))("%s is rejected, with the pointer to the spot", (_what, how) => {
    test.each(byName(contract.messages))("%s", (_name, message) => {
      const missed = breakEach(contract, message, frames, how).flatMap(({ what, frame, path, code }) => {
        const wanted = verdict(path, code);
        const verdicts = message.from.map((side) => verdictOf(reader[side](frame)));
        return verdicts.every((issues) => issues.includes(wanted))
          ? []
          : [`${what}: not "${wanted}" but "${verdicts[0]?.join(", ")}"`];
      });
      expect([...new Set(missed)]).toEqual([]);
    });
  });

  test.each(byName(contract.messages))("every field of %s is broken at least once", (_name, message) => {
    const broken = new Set(frames.complete(message).flatMap((frame) => frames.placesOf(message, frame).map(({ path }) => path)));
    expect([...broken].sort()).toEqual(declaredPaths(contract.document, message.frame).sort());
  });

  test("only these fields take any value", () => {
    const places = contract.messages.flatMap((message) =>
      frames.complete(message).flatMap((frame) => frames.placesOf(message, frame).map((place) => ({ message, ...place }))),
    );
    const any = places.filter(({ schema }) => typesOf(contract.document, schema).size === 7);
    const names = new Set(any.map(({ message, path }) => `${message.name} ${path}`));
    expect([...names]).toEqual(FIELDS_OF_ANY_TYPE[protocol]);
  });
});
