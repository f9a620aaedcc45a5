import { describe, expect, test } from "vitest";
import { Tail } from "../../generator/conform/tail.ts";

/** What is told of a text that comes in pieces. */
function told(text: string, size = text.length): string {
  const tail = new Tail();
  const bytes = Buffer.from(text);
  for (let start = 0; start < bytes.length; start += size) tail.add(bytes.subarray(start, start + size));
  return tail.text();
}

const STACK = "    at somewhere (client.js:1:1)\n".repeat(200);

describe("what a program said last", () => {
  test("is all of it where that is short", () => {
    expect(told("x\nTypeError: no\n  at y\n")).toBe("x\nTypeError: no\n  at y");
  });

  test.each([1, 7, 100_000])("has the cause ahead of it where that was cut off, in pieces of %i bytes", (size) => {
    const text = told(`started\nTypeError: „no“\n${STACK}the end`, size);
    expect(text).toMatch(/^TypeError: „no“\n… {5}at somewhere/);
    expect(text).toMatch(/the end$/);
    expect(text).not.toContain("started");
  });

  test.each([
    "Exception in thread main",
    "panic: no",
    "error: no such file",
    "[ERROR] gone",
    "requests.HTTPError: 404",
  ])("knows %s for an error", (line) => {
    expect(told(`${line}\n${STACK}`).startsWith(`${line}\n… `)).toBe(true);
  });

  test("tells three such lines, cut, and none twice", () => {
    const lines = ["Error: 1", `Error: 2 ${"x".repeat(1_000_000)}`, "Error: 3", "Error: 4"];
    expect(
      told(`${lines.join("\n")}\n${STACK}Error: 1`)
        .split("\n")
        .slice(0, 2),
    ).toEqual([lines[1]?.slice(0, 300), "Error: 3"]);
  });

  test("has nothing ahead of it where nothing looks like an error", () => {
    expect(told(`no errors at all\n${STACK}`).startsWith("… ")).toBe(true);
  });
});
