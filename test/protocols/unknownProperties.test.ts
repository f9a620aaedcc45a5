import { describe, expect, test } from "vitest";
import { isObject, type Json } from "../../generator/json.ts";
import type { Message } from "../../generator/model/contract.ts";
import { createFrameReader } from "../../generator/monitor/frameReader.ts";
import { createFrames } from "../support/derive/frames.ts";
import { setAt, valueAt } from "../support/derive/pointers.ts";
import { byName, byProtocol, shippedContracts } from "../support/shipped.ts";

const UNKNOWN = { kept: ["as it came", 1, null] };

describe.each(
  byProtocol(await shippedContracts()),
)("%s: unknown properties are accepted and kept, however deep", (_p, contract) => {
  const reader = createFrameReader(contract);
  const { complete, placesOf } = createFrames(contract);

  test.each(byName(contract.messages))("%s", (_name, message) => {
    const frames = complete(message);
    for (const frame of frames)
      for (const pointer of objectsIn(message, frame)) expectKept(message, frame, `${pointer}/x-unknown`);
    expect(frames.length).toBeGreaterThan(0);
  });

  function objectsIn(message: Message, frame: Json): string[] {
    return placesOf(message, frame).flatMap(({ pointer, value }) => (isObject(value) ? [pointer] : []));
  }

  function expectKept(message: Message, frame: Json, pointer: string): void {
    for (const side of message.from) {
      const result = reader[side](setAt(frame, pointer, UNKNOWN));
      expect(result).toMatchObject({ ok: true, message: message.name });
      expect(result.ok && valueAt(result.value as Json, pointer)).toEqual(UNKNOWN);
    }
  }
});
