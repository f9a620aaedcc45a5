import { describe, expect, test } from "vitest";
import { isObject, type Json } from "../../generator/json.ts";
import type { Contract, Message } from "../../generator/model/contract.ts";
import { createFrameReader } from "../../generator/monitor/frameReader.ts";
import { removeAt, setAt } from "../support/derive/pointers.ts";
import { wholeFrames } from "../support/fixtureFrames.ts";
import { byName, byProtocol, shippedContracts } from "../support/shipped.ts";
import { verdict, verdictOf } from "../support/verdict.ts";

/** Names that no message has, some of them members of every JavaScript object. */
const NO_NAMES = ["", "no such message", " ", "__proto__", "constructor", "toString", "hasOwnProperty"];

describe.each(byProtocol(await shippedContracts()))("%s", (_protocol, contract) => {
  const reader = createFrameReader(contract);
  const oneSided = contract.messages.filter(({ from }) => from.length === 1);
  const named = contract.messages.filter(({ match }) => match.kind !== "shape");

  describe("a message in the wrong direction is rejected", () => {
    test.each(byName(oneSided))("%s", (_name, message) => {
      const wrong = message.from[0] === "client" ? "server" : "client";
      for (const frame of wholeFrames(contract, message)) {
        const result = reader[wrong](frame);
        expect(verdictOf(result)).toEqual([verdict(discriminatorOf(message), "wrong-direction")]);
        expect(result).toMatchObject({ ok: false, error: { code: "wrong-direction", messageName: message.name } });
      }
    });
  });

  describe("a message under a name that nobody knows is unknown", () => {
    test.each(byName(named))("%s", (_name, message) => {
      const [example = null] = wholeFrames(contract, message);
      const swapped = message.name === message.name.toLowerCase() ? message.name.toUpperCase() : message.name.toLowerCase();
      for (const name of [...NO_NAMES, swapped, `${message.name} `]) {
        const renamed = setAt(example, discriminatorOf(message), name);
        for (const side of message.from) expect(reader[side](renamed)).toMatchObject(unknownAt(discriminatorOf(message)));
      }
    });
  });

  describe("without its name a message is rejected, or is what its other fields make it", () => {
    test.each(byName(named))("%s", (_name, message) => {
      for (const frame of wholeFrames(contract, message)) {
        const nameless = removeAt(frame, discriminatorOf(message));
        const shapes = shapesOf(contract, nameless);
        for (const side of message.from) {
          const result = reader[side](nameless);
          const read = result.ok ? result.message : result.error.messageName;
          if (shapes.length > 0) expect(shapes).toContain(read);
          else expect(verdictOf(result)).toEqual([`${contract.discriminators[side][0]} required`]);
        }
      }
    });
  });

  test.each([null, true, 1, "text", [], [{}]])("%j is no frame", (frame) => {
    for (const side of ["client", "server"] as const) expect(verdictOf(reader[side](frame))).toEqual(["top type"]);
  });
});

function discriminatorOf({ match }: Message): string {
  return match.kind === "shape" ? "" : match.pointer;
}

function unknownAt(path: string) {
  return { ok: false, error: { code: "unknown-message", messageName: null, issues: [{ path, code: "unknown-message" }] } };
}

/** The undiscriminated messages that a frame has all required properties of. */
function shapesOf({ messages }: Contract, frame: Json): string[] {
  const has = (name: string) => isObject(frame) && Object.hasOwn(frame, name);
  return messages.flatMap(({ name, match }) => (match.kind === "shape" && match.required.every(has) ? [name] : []));
}
