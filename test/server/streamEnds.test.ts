import { describe, expect, test } from "vitest";
import { WirepactError } from "../../runtime/src/wirepactError.ts";
import { roomContract } from "./support/roomProtocol.ts";
import { serveNodetool } from "./support/servePackage.ts";
import { serveRoom, turns } from "./support/serveRoom.ts";

const RUN = { command: "run_job", data: { workflow_id: "w" } };

/** Runs a job whose generator does something, and gives what the client gets. */
async function run(job: () => AsyncIterable<unknown>) {
  const { listener, errors } = serveNodetool({ run_job: job });
  const peer = listener.connect();
  peer.taken();
  peer.says({ command: "set_mode", data: { mode: "text" } });
  await turns();
  peer.taken();
  peer.says(RUN);
  await turns();
  return { frames: peer.frames, errors };
}

describe("a job that does not come to its end is ended as failed: its client waits for that", () => {
  test.each([
    ["throws", ["boom"]],
    ["refuses", []],
    ["returns", ["the stream of run_job ended without job_update with status completed|failed|error|cancelled"]],
  ])("where its generator %s midway", async (how, reported) => {
    const { frames, errors } = await run(async function* () {
      yield ["job_update", { status: "running", job_id: "j" }];
      if (how === "throws") throw new Error("boom");
      if (how === "refuses") throw new WirepactError("rejected", "no more");
    });
    expect(frames).toMatchObject([
      { message: "ok" },
      { type: "job_update", status: "running" },
      { error: how === "refuses" ? "no more" : "internal error" },
      { type: "job_update", status: "failed", job_id: "j" },
    ]);
    expect(errors.map((error) => (error as Error).message)).toEqual(reported);
  });

  test("but not where it has ended, or was refused before it began", async () => {
    const { frames } = await run(async function* () {
      yield ["job_update", { status: "completed", job_id: "j" }];
      throw new Error("late");
    });
    expect(frames.at(-1)).toMatchObject({ error: "internal error" });
    // biome-ignore lint/correctness/useYield: a stream that never gets so far
    const refused = await run(async function* () {
      throw new WirepactError("rejected", "no");
    });
    expect(refused.frames).toMatchObject([{ error: "no" }]);
  });
});

test("a stream of which nothing was sent is ended by the error alone: an end without a name would be somebody else's", async () => {
  const ends = [{ message: "over", where: { pointer: "/state", values: ["failed"] } }];
  const streams = [{ start: "query", items: ["item"], ends, after: [], match: [], key: "/id" }];
  const query = async function* ({ text }: { text: string }) {
    if (text === "late") yield ["item", { n: 1 }];
    throw new WirepactError("rejected", text);
  };
  const { listener } = serveRoom({ query }, {}, { contract: { ...roomContract, streams } });
  const peer = listener.connect();
  peer.taken();
  for (const text of ["early", "late"]) peer.says({ type: "query", text });
  await turns();
  expect(peer.frames.map((frame) => (frame as { type: string }).type)).toEqual(["fault", "item", "fault"]);
});

test.each([
  "before its first item",
  "after its reply",
  "after an item",
])("a stream that is over without its end %s fails", async (when) => {
  const { listener, errors } = serveRoom({
    watch: async function* () {
      if (when === "after its reply") yield ["ok", {}];
      if (when === "after an item") yield ["item", { n: 1 }];
    },
  });
  const peer = listener.connect();
  peer.says({ type: "watch" });
  await turns();
  expect(errors).toMatchObject([{ message: "the stream of watch ended without over" }]);
  expect(peer.frames.at(-1)).toMatchObject({ type: "fault", text: "internal error" });
});
