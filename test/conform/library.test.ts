import { expect, test } from "vitest";
import { library } from "../../generator/conform/wire/library.ts";

test("a library that is not installed is asked for", async () => {
  const missing = Object.assign(new Error("Cannot find package"), { code: "ERR_MODULE_NOT_FOUND" });
  const told = "there is no ws here to connect with: npm install --save-dev ws";
  await expect(library("ws", () => Promise.reject(missing))).rejects.toThrow(told);
});

test("one that fails is told as it is", async () => {
  await expect(library("ws", () => Promise.reject(new Error("its own mistake")))).rejects.toThrow("its own mistake");
});
