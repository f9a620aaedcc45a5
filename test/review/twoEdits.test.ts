import fc from "fast-check";
import { expect, test } from "vitest";
import { type Change, MEETINGS, type Meeting } from "../../generator/compare/change.ts";
import { compareContracts } from "../../generator/compare/compareContracts.ts";
import type { Json, JsonObject } from "../../generator/json.ts";
import { contractOf } from "../support/makeFiles.ts";
import { EDITS, type Edit, NODES } from "./fieldEdits.ts";

interface Place {
  readonly edit: number;
  readonly isRequired: boolean;
}

interface Case {
  readonly places: readonly [Place, Place];
  readonly isClosed: boolean;
  readonly node: Edit;
}

const place: fc.Arbitrary<Place> = fc.record({ edit: fc.nat(EDITS.length - 1), isRequired: fc.boolean() });
const cases: fc.Arbitrary<Case> = fc.record({
  places: fc.tuple(place, place),
  isClosed: fc.boolean(),
  node: fc.constantFrom(...NODES),
});

const GRAVER: Readonly<Record<Meeting, readonly string[]>> = {
  oldClientNewServer: ["breaking", "unknown"],
  newClientOldServer: ["breaking", "unknown", "risky"],
};

test("an edit that is told alone is told beside another one, and nothing besides", () => {
  let tried = 0;
  const property = fc.property(cases, (one) => {
    const both = changesOf(one, [true, true]);
    const alone = [changesOf(one, [true, false]), changesOf(one, [false, true])] as const;
    for (const meeting of MEETINGS) {
      for (const [index, changes] of alone.entries()) {
        if (!changes.some((change) => isGrave(change, meeting))) continue;
        tried += 1;
        const isTold = both.some((change) => isGrave(change, meeting) && isAbout(change, `p${index}`, changes));
        expect(isTold, `p${index} ${meeting}: ${JSON.stringify([changes, both])}`).toBe(true);
      }
    }
    if (!alone.flat().some(isWhole)) expect(both.filter(isWhole)).toEqual([]);
  });
  fc.assert(property, { numRuns: 60, seed: 4 });
  expect(tried).toBeGreaterThan(100);
});

/** What is told where only some of the edits are made. */
function changesOf(one: Case, made: readonly boolean[]): readonly Change[] {
  const [before, after] = [contractOf(documentOf(one, [])), contractOf(documentOf(one, made))];
  return compareContracts(before, after, { level: "wire" });
}

function isWhole({ rule }: Change): boolean {
  return rule === "message-schema-changed";
}

function isGrave({ meetings }: Change, meeting: Meeting): boolean {
  return GRAVER[meeting].includes(meetings[meeting]);
}

/** Whether a change tells of a place as some changes do: by where it stands, by what it says, or for the message as a whole. */
function isAbout(change: Change, place: string, changes: readonly Change[]): boolean {
  if (isWhole(change)) return changes.some(isWhole) || change.witness?.path.includes(place) === true;
  return [change.pointer, change.text].some((text) => text.includes(place) || text.includes("Node"));
}

function documentOf({ places, isClosed, node }: Case, made: readonly boolean[]): JsonObject {
  const held = places.map(({ edit, isRequired }, index) => {
    const schema = EDITS[edit]?.[made[index] === true ? 1 : 0];
    return { name: `p${index}`, schema, isRequired };
  });
  const isNode = places.some(({ edit }, index) => made[index] === true && JSON.stringify(EDITS[edit]).includes("Node"));
  const present = held.filter(({ schema }) => schema !== undefined);
  const payload = (type: string): Json => ({
    type: "object",
    required: ["type", ...present.filter(({ isRequired }) => isRequired).map(({ name }) => name)],
    properties: { type: { const: type }, ...Object.fromEntries(present.map(({ name, schema }) => [name, schema ?? true])) },
    ...(isClosed ? { additionalProperties: false } : {}),
  });
  const channel = { $ref: "#/channels/jobs" };
  const messages = { set: { payload: payload("set") }, state: { payload: payload("state") } };
  return {
    asyncapi: "3.0.0",
    info: { title: "Jobs", version: "1.0.0" },
    channels: { jobs: { address: "/jobs", messages } },
    operations: {
      receive: { action: "receive", channel, messages: [{ $ref: "#/channels/jobs/messages/set" }] },
      send: { action: "send", channel, messages: [{ $ref: "#/channels/jobs/messages/state" }] },
    },
    components: { schemas: { Node: node[isNode ? 1 : 0] ?? true } },
    "x-wirepact": { version: 1, protocol: "jobs" },
  };
}
