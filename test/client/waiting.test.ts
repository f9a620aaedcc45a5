import { describe, expect, test } from "vitest";
import { connected, reconnected } from "./support/stage.ts";

describe("what waits is written as it would have been at once", () => {
  const own = JSON.parse('{"__proto__":{"a":1},"b":[1,{"c":null}]}') as object;
  class Point {
    readonly x = 1;
    toJSON() {
      return [this.x];
    }
  }

  test.each<readonly [string, unknown]>([
    ["functions are left out", { f: () => 1, list: [() => 1] }],
    ["objects say what they are by themselves", { point: new Point(), at: new Date(0) }],
    ["names that objects have by themselves are properties", own],
    ["bytes are bytes", { bytes: new Uint8Array([1, 2, 3]), buffer: Buffer.from("ab") }],
    ["what stands twice stands twice", [own, own]],
  ])("%s", async (_, args) => {
    const stage = await connected("panel");
    const fields = { tool: "t", requestId: "r", args };
    void stage.client["trigger"]?.(fields).catch(() => {});
    const [atOnce] = stage.line.raw;
    stage.line.end();
    const sent = stage.client["trigger"]?.(fields).catch((error: unknown) => error);
    const { raw } = await reconnected("panel", stage);
    expect(raw).toEqual([atOnce]);
    await stage.client.close();
    await sent;
  });

  test("whatever becomes of its object", async () => {
    const stage = await connected("panel");
    stage.line.end();
    const args = { list: [1], bytes: new Uint8Array([1]) };
    void stage.client["trigger"]?.({ tool: "t", requestId: "r", args }).catch(() => {});
    args.list.push(2);
    args.bytes[0] = 2;
    const { frames } = await reconnected("panel", stage);
    expect(frames).toEqual([{ type: "TRIGGER", tool: "t", requestId: "r", args: { list: [1], bytes: "AQ==" } }]);
    await stage.client.close();
  });
});
