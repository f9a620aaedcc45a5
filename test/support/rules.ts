import type { Direction, Encoding } from "@wirepact/runtime";
import { describe, expect, test } from "vitest";
import type { Json } from "../../generator/json.ts";
import type { FrameReader } from "../../generator/monitor/frameReader.ts";
import { nameIn } from "./samples.ts";
import { verdictOf } from "./verdict.ts";

/** A decision on a protocol, as frames that keep it and frames that break it. */
export interface Rule {
  readonly from: Direction;
  /** How the frames travel; JSON where nothing is said. */
  readonly encoding?: Encoding;
  /** Frames that are accepted, as the message that their own name says. */
  readonly fine: readonly unknown[];
  /** Frames that are rejected, each with an issue that it gets, as `PATH CODE`. */
  readonly wrong?: readonly (readonly [frame: unknown, issue: string])[];
}

/** Tests each decision, under its own words. */
export function testRules(protocol: string, reader: FrameReader, rules: Readonly<Record<string, Rule>>): void {
  describe(`${protocol}, as decided`, () => {
    test.each(Object.entries(rules))("%s", (_decision, { from, encoding = "json", fine, wrong = [] }) => {
      // Bytes within a frame are no JSON, and nothing that a frame is told by.
      for (const frame of fine)
        expect(verdictOf(reader[from](frame, encoding)), print(frame)).toEqual([`ok ${nameIn(protocol, frame as Json)}`]);
      for (const [frame, issue] of wrong) expect(verdictOf(reader[from](frame, encoding)), print(frame)).toContain(issue);
    });
  });
}

function print(frame: unknown): string {
  return JSON.stringify(frame);
}
