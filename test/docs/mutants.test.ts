import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { mutantKinds } from "../../generator/mutants/makeMutants.ts";
import { ROOT } from "../support/protocols.ts";

test("the page tells every kind of mutant, and no other", () => {
  const page = readFileSync(`${ROOT}docs/mutants.md`, "utf8");
  const table = page.slice(page.indexOf("| kind |"), page.indexOf("Not changed is"));
  const told = [...table.matchAll(/^\| ((?:`[a-z-]+`,? ?)+)\|/gm)].flatMap(([, names = ""]) => names.match(/[a-z-]+/g) ?? []);
  expect(told.sort()).toEqual([...mutantKinds].sort());
});
