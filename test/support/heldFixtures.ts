import { decodeJson, encodeBytes, FrameError, type ParseResult } from "@wirepact/runtime";
import { equal } from "@wirepact/runtime/codegen-v1";
import { decodeMsgpack } from "@wirepact/runtime/msgpack";
import type { Expected, Fixture } from "../../generator/fixtures/fixture.ts";
import type { FrameReader } from "../../generator/monitor/frameReader.ts";

/** What does not hold of a fixture, in words; nothing where all does. */
export function brokenIn(fixture: Fixture, reader: FrameReader): string[] {
  switch (fixture.kind) {
    case "layout":
      // Nothing of a package reads these; test/fixtures/layouts.test.ts does.
      return [];
    case "frame": {
      const result = reader[fixture.from](fixture.frame);
      const isKept = !result.ok || equal(encodeBytes(result.value), fixture.frame);
      const lost = isKept ? [] : [`${fixture.id}: is read as ${JSON.stringify(encodeBytes(result.value))}`];
      return [...compare(fixture.id, fixture.verdict, result), ...lost];
    }
    case "decode": {
      const decoded = fixture.encoding === "json" ? decodeJson(fixture.text ?? "") : decodeMsgpack(bytesOf(fixture.hex ?? ""));
      if (decoded instanceof FrameError) return compare(fixture.id, fixture.verdict, { ok: false, error: decoded });
      const same = JSON.stringify(encodeBytes(decoded.frame)) === JSON.stringify(fixture.frame);
      const said = compare(fixture.id, fixture.verdict, reader[fixture.from](decoded.frame, fixture.encoding));
      return same ? said : [`${fixture.id}: decodes to ${JSON.stringify(decoded.frame)}`, ...said];
    }
    case "scenario":
    case "session":
      return fixture.steps.flatMap(({ from, message, frame }) => compare(fixture.id, { ok: true, message }, reader[from](frame)));
  }
}

function compare(id: string, expected: Expected, result: ParseResult<unknown>): string[] {
  const got = result.ok ? `ok ${result.message}` : describe(result.error);
  const holds = expected.ok
    ? result.ok && result.message === expected.message
    : !result.ok &&
      result.error.messageName === expected.message &&
      result.error.issues.some(({ path, code }) =>
        expected.code === undefined
          ? path === expected.path || path.startsWith(`${expected.path}/`)
          : path === expected.path && code === expected.code,
      );
  return holds ? [] : [`${id}: wanted ${JSON.stringify(expected)}, got ${got}`];
}

function describe({ messageName, issues }: FrameError): string {
  return `${messageName}: ${issues.map(({ path, code }) => `${path} ${code}`).join(", ")}`;
}

function bytesOf(hex: string): Uint8Array {
  return Buffer.from(hex, "hex");
}

/** The parts of an emitted file of fixtures. */
export interface FixtureFile {
  readonly protocol: string;
  readonly fixtures: readonly Fixture[];
  readonly gaps?: readonly { readonly id: string; readonly reason: string }[];
}

/** Reads an emitted file. */
export function fixtureFile(text: string): FixtureFile {
  // Our own emitter wrote it; what it holds is what is tested.
  return JSON.parse(text) as FixtureFile;
}
