import { describe, expect, test } from "vitest";
import { get, getList, isObject, type Json, type JsonObject } from "../../generator/json.ts";
import type { Message } from "../../generator/model/contract.ts";
import { follow } from "../../generator/model/references.ts";
import { createFrameChecker, createFrameReader } from "../../generator/monitor/frameReader.ts";
import { createPlaces } from "../support/derive/places.ts";
import { createPlainJudge } from "../support/derive/plainJudge.ts";
import { setAt } from "../support/derive/pointers.ts";
import { wholeFrames } from "../support/fixtureFrames.ts";
import { byName, byProtocol, shippedContracts } from "../support/shipped.ts";

describe.each(byProtocol(await shippedContracts()))("%s: writers are strict", (_p, contract) => {
  const reader = createFrameReader(contract);
  const checker = createFrameChecker(contract);
  const placesOf = createPlaces(contract.document);
  const isOpen = createOpenness(contract.document);

  test.each(byName(contract.messages))("%s", (_name, message) => {
    for (const frame of wholeFrames(contract, message)) {
      expect(verdictOf(message, frame)).toEqual({ ok: true, issues: [] });
      for (const { pointer, schema, value } of placesOf(message.frame, frame)) {
        if (isObject(value)) expectUnknown(message, frame, `${pointer}/x-unknown`, isOpen(schema, value));
      }
    }
  });

  function expectUnknown(message: Message, frame: Json, pointer: string, open: boolean): void {
    const issue = {
      path: pointer,
      code: "unknown-property",
      text: "must not be present: the contract knows no such property here",
      value: "1",
    };
    const expected = open ? { ok: true, issues: [] } : { ok: false, issues: [issue] };
    expect({ pointer, ...verdictOf(message, setAt(frame, pointer, 1)) }).toEqual({ pointer, ...expected });
  }

  /** Frames are written here as JSON; what a stub sends has bytes in it. */
  function verdictOf(message: Message, frame: Json) {
    const [side = "client"] = message.from;
    const read = reader[side](frame);
    const result = checker[side](read.ok ? read.value : frame);
    return { ok: result.ok, issues: result.ok ? [] : result.error.issues };
  }
});

/** A second opinion: whether an object may have any property. It may where a schema or a branch that holds says so, or where none describes it. */
function createOpenness(document: JsonObject): (schema: Json, value: Json) => boolean {
  const admits = createPlainJudge(document);
  const holding = (schema: Json, value: Json): Json[] => {
    const target = follow(document, schema, "")?.value ?? true;
    const branches = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => getList(target, keyword));
    return [target, ...branches.filter((branch) => admits(branch, value)).flatMap((branch) => holding(branch, value))];
  };
  return (schema, value) => {
    const all = holding(schema, value);
    const isSaid = all.map((one) => get(one, "additionalProperties")).some((others) => others !== undefined && others !== false);
    return isSaid || all.every((one) => get(one, "properties") === undefined);
  };
}
