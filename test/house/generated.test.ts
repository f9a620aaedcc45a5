import { expect, test } from "vitest";
import { sourcesIn } from "./sources.ts";

const code = sourcesIn("generated", ".js");

test("generated code outside validators/ is types, a table, and calls", () => {
  const behaviour = /^(?!\s*(\/\/|\*|\/\*)).*\b(if|try|for|while|await|function|class)\b\s*[({ ]/m;
  const wrong = code.filter(({ path, text }) => !path.includes("/validators/") && behaviour.test(withoutStrings(text)));
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test("no generated code loads or makes code at run time", () => {
  const wrong = code.filter(({ text }) => /\brequire\(|\beval\(|new Function|\bimport\(/.test(withoutStrings(text)));
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

/** The code without what its strings say. */
function withoutStrings(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"/g, '""');
}
