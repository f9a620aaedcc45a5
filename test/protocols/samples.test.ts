import { encode } from "@msgpack/msgpack";
import type { Direction } from "@wirepact/runtime";
import { describe, expect, test } from "vitest";
import type { Json } from "../../generator/json.ts";
import type { Contract } from "../../generator/model/contract.ts";
import { createFrameReader } from "../../generator/monitor/frameReader.ts";
import { ROOT } from "../support/protocols.ts";
import { runHere } from "../support/runHere.ts";
import { nameIn, type Sample, samplesOf } from "../support/samples.ts";
import { byProtocol, shippedContract, shippedContracts } from "../support/shipped.ts";
import { verdictOf } from "../support/verdict.ts";

type Sent = Pick<Sample, "from" | "frame">;

/** How many frames each document shows: flowork's only JSON is the envelope with dots in it, panel's messages are named without one. */
const SAMPLES = { agent: 10, flowork: 0, nodetool: 48, panel: 0, terminal: 12 };

describe.each(byProtocol(await shippedContracts()))("%s", (protocol, contract) => {
  const samples = samplesOf(protocol);
  const all = [...samples, ...examplesOf(contract), ...stepsOf(contract)];

  test("each sample of the document is there, with its line", () => {
    for (const { source } of samples) expect(source).toMatch(new RegExp(`^${protocol}\\.md:\\d+$`));
    const lines = samples.map(({ source }) => lineOf(source));
    expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b));
    expect({ [protocol]: samples.length }).toEqual({ [protocol]: SAMPLES[protocol as keyof typeof SAMPLES] });
  });

  test("a message's examples begin with the samples of the document, unchanged and in its order", () => {
    for (const { name, examples } of contract.messages) {
      const own = samples.filter(({ frame }) => nameIn(protocol, frame) === name).map(({ frame }) => JSON.stringify(frame));
      const distinct = [...new Set(own)].map((text) => JSON.parse(text));
      expect(examples.slice(0, distinct.length), name).toEqual(distinct);
    }
  });

  test("every sample, example and frame of a scenario is accepted as the message it should be", () => {
    const reader = createFrameReader(contract);
    for (const { from, frame } of all) expect(verdictOf(reader[from](frame))).toEqual([`ok ${nameIn(protocol, frame)}`]);
  });

  test.each(["client", "server"] as const)("wirepact validate accepts every frame of the %s", async (from) => {
    const frames = framesFrom(all, from);
    const run = await runHere(["validate", protocol, "--from", from], ROOT, linesOf(frames, JSON.stringify));
    expect(run).toMatchObject({ status: 0, stderr: "", stdout: verdictsOf(protocol, frames) });
  });
});

test("nodetool's message flows are scenarios, frame by frame", async () => {
  const [first, last] = [635, 736];
  const flows = samplesOf("nodetool").filter(({ source }) => lineOf(source) >= first && lineOf(source) <= last);
  const nodetool = await shippedContract("nodetool");
  const scenarios = nodetool.session.scenarios.filter(({ source = "" }) => lineOf(source) >= first);
  expect(scenarios.flatMap(({ steps }) => steps)).toEqual(flows.map(({ from, frame }) => ({ from, frame })));
});

test.each(["client", "server"] as const)("nodetool's samples of the %s are accepted as MessagePack too", async (from) => {
  const frames = framesFrom(samplesOf("nodetool"), from);
  const args = ["validate", "nodetool", "--from", from, "--encoding", "msgpack"];
  const run = await runHere(
    args,
    ROOT,
    linesOf(frames, (frame) => Buffer.from(encode(frame)).toString("hex")),
  );
  expect(run).toMatchObject({ status: 0, stderr: "", stdout: verdictsOf("nodetool", frames) });
});

function examplesOf({ messages }: Contract): Sent[] {
  return messages.flatMap(({ from, examples }) => from.flatMap((side) => examples.map((frame) => ({ from: side, frame }))));
}

function stepsOf({ session }: Contract): Sent[] {
  return session.scenarios.flatMap(({ steps }) => steps);
}

function lineOf(source: string): number {
  return Number(/:(\d+)$/.exec(source)?.[1]);
}

function framesFrom(sent: readonly Sent[], side: Direction): Json[] {
  return sent.filter(({ from }) => from === side).map(({ frame }) => frame);
}

function linesOf(frames: readonly Json[], print: (frame: Json) => string): string {
  return frames.map((frame) => `${print(frame)}\n`).join("");
}

/** The lines that the design's table asks for, to the letter. */
function verdictsOf(protocol: string, frames: readonly Json[]): string {
  return frames.map((frame, index) => `{"line":${index + 1},"ok":true,"message":"${nameIn(protocol, frame)}"}\n`).join("");
}
