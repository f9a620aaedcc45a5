import { describe, expect, test } from "vitest";
import { HOSTILE_AGENTS } from "./servers/hostileAgents.ts";
import { HOSTILE_PANELS } from "./servers/hostilePanels.ts";
import { badOf, tryServer } from "./support/tryServer.ts";

/** What is first told of a server, which is more than that there is something wrong. */
async function toldOf(...args: Parameters<typeof tryServer>): Promise<string> {
  const [[name, verdict] = []] = Object.entries(badOf(await tryServer(...args)));
  if (verdict === undefined || !("text" in verdict)) return "";
  return `${name}: ${verdict.kind === "fail" ? `${verdict.rule}: ` : ""}${verdict.text}`;
}

/** Milliseconds for a case: until they are over a server that is silent may be so, and one that is not has to be heard. */
const timeFor = (told: string) => (told.includes("within") ? 2_000 : 20_000);

describe("a panel server that", () => {
  test.each(HOSTILE_PANELS)("$does is told", async ({ told, start }) => {
    const before = process.memoryUsage().rss;
    expect(await toldOf("panel", await start(), { timeout: timeFor(told) })).toContain(told);
    // What the server itself has in this process is 100 MB at most.
    expect(process.memoryUsage().rss - before).toBeLessThan(400_000_000);
  });
});

describe("an agent server that", () => {
  test.each(HOSTILE_AGENTS)("$does is told", async ({ told, start }) => {
    expect(await toldOf("agent", await start(), { timeout: timeFor(told) })).toContain(told);
  });
});
